/*
 * interrupts.h: the two 8259 interrupt controllers. Interrupts are taken only
 * while the image sleeps in virtio_interrupts_wait, so nothing has to be safe
 * from them.
 */
#ifndef VIRTIO_INTERRUPTS_H
#define VIRTIO_INTERRUPTS_H

/* Routes lines 0 to 15 to vectors of ours, all masked. */
void virtio_interrupts_init(void);

/* Lets line `irq` in. `handler`, unless NULL, makes the device lower it. */
void virtio_interrupts_enable(unsigned irq, void (*handler)(void));

/* Sleeps until an interrupt; one that came before counts. */
void virtio_interrupts_wait(void);

/* From assembly. */
void virtio_interrupts_handle(unsigned irq);

#endif
