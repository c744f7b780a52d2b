import type { Command } from 'commander';
import type { CliContext } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { machineChecks } from './doctor-machine.ts';
import { serverChecks } from './doctor-server.ts';
import { paint, plain, type Style } from './terminal.ts';
import { padText, textWidth } from './text-width.ts';

/** What a check found: `says` in a few words, and how to mend what is not well. */
export type Finding = { name: string; status: 'ok' | 'warn' | 'fail'; says: string; mend?: string };
export type Check = () => Promise<Finding>;

const styles: Record<Finding['status'], Style> = { ok: 'green', warn: 'yellow', fail: 'red' };

/** `coact doctor`: checks an installation, says what is wrong and how to mend it. */
export function addDoctor(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .summary('Check this installation, and say how to mend it.')
    .description(
      'Check this machine and the server that `coact` finds. The exit code is 1 when something fails; warnings do not count.',
    )
    .option('--json', 'Answer in JSON.')
    .action(async ({ json }: { json?: true }) => {
      const findings: Finding[] = [];
      for (const check of machineChecks(context)) findings.push(await check());
      for (const check of serverChecks(context)) {
        const finding = await check();
        findings.push(finding);
        // Without an answer from the server there is nothing else to ask it.
        if (finding.name === 'Server' && finding.status === 'fail') break;
      }
      if (json) context.terminal.out(`${JSON.stringify(findings, null, 2)}\n`);
      else print(context, findings);
      if (findings.some(({ status }) => status === 'fail')) context.exit.code = exitCodes.refused.code;
    });
}

function print({ terminal }: CliContext, findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ name }) => textWidth(name)));
  for (const { name, status, says, mend } of findings) {
    terminal.out(`${paint(terminal, styles[status], padText(status, 4))}  ${padText(name, width)}  ${plain(says)}\n`);
    if (mend) terminal.out(`${' '.repeat(6)}${' '.repeat(width)}  ${paint(terminal, 'dim', plain(mend))}\n`);
  }
}
