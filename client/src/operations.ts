/** What each operation is for and what it asks for, for whoever offers them all: command lines, palettes, forms. */
export type { CommandLine, Field } from './cli/field.ts';
export { commandLine as operations } from './generated/command-line.ts';
