/*
 * complete.h: what can stand where the cursor is, for the completion of
 * command lines in shells; scripts in completions/ ask.
 */
#ifndef COMPLETE_H
#define COMPLETE_H

/*
 * argv holds the words after `mirage`, the last of which is to be completed.
 * Prints its completions, one a line, a tab and what it means after each.
 */
void complete_run(int argc, char **argv);

#endif
