/** What each operation is for and what it asks for, for whoever offers them all: command lines, palettes, forms. */
export type { CommandLine, Field } from './cli/field.ts';
export { commandLine as operations } from './generated/command-line.ts';
import { routes } from './generated/operations.ts';

/** Those that change something, by name. */
export const commandNames: readonly string[] = Object.entries(routes).flatMap(([name, { kind }]) =>
  kind === 'command' ? [name] : [],
);
