import type { Env } from '../cli/find-server.ts';

/** What any program needs to find its way; whatever else we know, keys of other services above all, is not for the command. */
const usual = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TERM|TMPDIR|NO_COLOR)$/;

/** The command's environment: the usual, what the allow-list names (`NAME` passes ours on, `NAME=value` sets one), and the run's own. */
export function allowedEnvironment(
  env: Env,
  allowed: readonly string[],
  own: Record<string, string>,
): Record<string, string> {
  const passed: Record<string, string> = {};
  const names = allowed.filter((one) => !one.includes('='));
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && (usual.test(name) || names.includes(name))) passed[name] = value;
  for (const one of allowed) {
    const at = one.indexOf('=');
    if (at > 0) passed[one.slice(0, at)] = one.slice(at + 1);
  }
  return { ...passed, ...own };
}
