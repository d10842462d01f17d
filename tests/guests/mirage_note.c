/* Makes an image one of ours. */
#include <solo5/mirage_abi.h>

MIRAGE_NOTE_DECLARE(MIRAGE_IMAGE_SPLITS_ARGUMENTS | MIRAGE_IMAGE_RING3)
