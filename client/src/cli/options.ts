import { type Command, Option } from 'commander';
import type { Field } from './field.ts';
import { parseValue } from './parse-value.ts';

export const kebab = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll('_', '-');

/** Under which name commander keeps what was given for a field. */
const attribute = (name: string): string => new Option(`--${kebab(name)} <value>`).attributeName();

/** Adds a field as an option; lists may be given again and again, switches have a `--no-` of their own. */
export function addFieldOption(command: Command, field: Field, { hidden }: { hidden: boolean }): void {
  const name = kebab(field.name);
  const help = helpOf(field);
  if (field.type === 'boolean' && !field.array) {
    command.option(`--${name}`, help).option(`--no-${name}`, `The opposite of --${name}.`);
    return;
  }
  const option = new Option(`--${name} <${placeholder(field)}>`, help);
  // Its own parser would take the place of commander's check: the choices are for the shell's completion.
  if (field.enum) option.choices([...field.enum]);
  option.argParser((text: string, before: unknown) =>
    field.array ? [...(Array.isArray(before) ? before : []), parseValue(field, text)] : parseValue(field, text),
  );
  command.addOption(hidden ? option.hideHelp() : option);
}

export const givenFor = (options: Record<string, unknown>, field: Field): unknown => options[attribute(field.name)];

function placeholder({ type, shorthand, parts, enum: choices }: Field): string {
  if (choices) return 'word';
  if (shorthand) return shorthand;
  if (parts)
    return parts
      .slice(0, 2)
      .map((part) => `${part}=…`)
      .join();
  return { string: 'text', integer: 'n', number: 'n', boolean: 'true|false', scalar: 'value', json: 'json' }[type];
}

function helpOf(field: Field): string {
  const { description, enum: choices, array, required, nullable, default: fallback, parts } = field;
  const notes = [
    required && 'needed',
    choices && choices.join(', '),
    parts && parts.length > 1 && `in parts, ${parts.map((part) => `${part}=…`).join(',')}, or as JSON`,
    array && 'may be repeated',
    nullable && '`null` clears it',
    fallback !== undefined && `${String(fallback)} unless stated`,
  ].filter((note) => note !== false && note !== undefined);
  const said = description ?? '';
  return notes.length > 0 ? `${said}${said ? ' ' : ''}(${notes.join('; ')})` : said;
}
