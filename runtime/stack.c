/*
 * The stacks of tasks. Those of ended tasks are used again, last ended first:
 * their pages are there already. The task itself lies at the high end, so that
 * a task that does not go deep touches no second page.
 */
#include "fatal.h"
#include "scheduler.h"
#include "text.h"

enum {
    PAGE = 4096,
    ALIGNMENT = 16,
    SPARE_MAX = 32,
    CANARY_WORDS = 4,
};

static const uint64_t CANARY = 0x0ddc0ffee15ca9edULL;

/* A list through `next`. */
static struct mirage_task *spare;
static size_t spare_count;

/* ---- canaries: what an overflow would write over ---- */

static void place_canary(void *stack)
{
    uint64_t *word = stack;

    for (size_t i = 0; i < CANARY_WORDS; i++)
        word[i] = CANARY;
}

static bool canary_is_whole(const void *stack)
{
    const uint64_t *word = stack;

    for (size_t i = 0; i < CANARY_WORDS; i++)
        if (word[i] != CANARY)
            return false;
    return true;
}

/* ---- overflows ---- */

#define OVERFLOW "overflowed its stack of %zu bytes"

static noreturn void tell_overflow(const struct mirage_task *task)
{
    char memory[80];
    struct text text = mirage_text(memory, sizeof(memory));

    mirage_text_format(&text, OVERFLOW, task->stack_size);
    mirage_fatal(mirage_text_end(&text));
}

void mirage_stack_check(const struct mirage_task *task)
{
    if (mirage_platform_guards_stacks || !task->stack)
        return;
    if (!canary_is_whole(task->stack))
        tell_overflow(task);
}

const char *mirage_fault_text(const void *address)
{
    static char memory[120];
    struct text text = mirage_text(memory, sizeof(memory));
    const struct mirage_task *task = mirage_current;

    if (!task || !task->stack || (uintptr_t)task->stack <= (uintptr_t)address ||
        (uintptr_t)task->stack - (uintptr_t)address > PAGE)
        return NULL;
    mirage_text_format(&text, "task '%.60s' " OVERFLOW, task->name,
                       task->stack_size);
    return mirage_text_end(&text);
}

/* ---- taking and giving ---- */

static size_t round_up(size_t size, size_t to)
{
    return (size + to - 1) & ~(to - 1);
}

static struct mirage_task *take_spare(size_t size)
{
    for (struct mirage_task **at = &spare; *at; at = &(*at)->next) {
        struct mirage_task *task = *at;

        if (task->stack_size != size)
            continue;
        *at = task->next;
        spare_count--;
        return task;
    }
    return NULL;
}

static void free_one_spare(void)
{
    struct mirage_task *task = spare;

    spare = task->next;
    spare_count--;
    mirage_platform_stack_free(task->stack, task->stack_size);
}

void mirage_stack_free_spare(void)
{
    while (spare)
        free_one_spare();
}

/* Memory held by spare stacks of other sizes must not be what is missing. */
static void *allocate(size_t size)
{
    void *stack = mirage_platform_stack_alloc(size);

    while (!stack && spare) {
        free_one_spare();
        stack = mirage_platform_stack_alloc(size);
    }
    return stack;
}

static noreturn void out_of_memory(const char *name)
{
    char memory[120];
    struct text text = mirage_text(memory, sizeof(memory));

    mirage_text_format(&text, "memory ran out for the stack of task '%.60s'",
                       name);
    mirage_fatal(mirage_text_end(&text));
}

struct mirage_task *mirage_stack_take(const char *name, size_t size)
{
    size_t whole = round_up(size, PAGE);
    size_t place = (whole - sizeof(struct mirage_task)) & ~(ALIGNMENT - 1);
    struct mirage_task *task = take_spare(whole);
    void *stack = task ? task->stack : allocate(whole);

    if (!stack)
        out_of_memory(name);
    task = (struct mirage_task *)((char *)stack + place);
    *task = (struct mirage_task){.stack = stack, .stack_size = whole};
    sanitizer_renew(&task->sanitizer, stack, whole);
    if (!mirage_platform_guards_stacks)
        place_canary(stack);
    return task;
}

void mirage_stack_give(struct mirage_task *task)
{
    if (spare_count == SPARE_MAX)
        free_one_spare();
    task->next = spare;
    spare = task;
    spare_count++;
}
