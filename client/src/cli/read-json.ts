import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { CliError } from './cli-error.ts';

/** Reads a JSON object from a file, or from the standard input when the file is `-`. */
export async function readJson(file: string): Promise<Record<string, unknown>> {
  const written = await read(file);
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (error) {
    throw new CliError(
      `${nameOf(file)} is no valid JSON (${error instanceof Error ? error.message : String(error)}).`,
      {
        exit: 'usage',
        hint: 'Write one JSON object with the fields that --help lists.',
      },
    );
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new CliError(`${nameOf(file)} holds no JSON object.`, {
    exit: 'usage',
    hint: 'Write one JSON object with the fields that --help lists.',
  });
}

const nameOf = (file: string) => (file === '-' ? 'The standard input' : file);

async function read(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new CliError(`${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`, {
      exit: 'usage',
      hint: 'Check the path; `-` reads from the standard input.',
    });
  }
}
