import { Argument, type Command } from 'commander';
import type { CliContext } from './context.ts';

const shells = {
  bash: `_coact() {
  local IFS=$'\\n'
  COMPREPLY=($(coact complete -- "\${COMP_WORDS[@]:1:COMP_CWORD-1}" "\${COMP_WORDS[COMP_CWORD]}" 2>/dev/null))
  [[ \${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -F _coact coact
`,
  zsh: `#compdef coact
_coact() {
  local -a found
  found=("\${(@f)$(coact complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  [[ -n "\${found[1]}" ]] && compadd -a found || _files
}
compdef _coact coact
`,
  fish: `function __coact_complete
  set -l words (commandline -opc) (commandline -ct)
  coact complete -- $words[2..-1] 2>/dev/null
end
complete -c coact -a '(__coact_complete)'
`,
};

type Shell = keyof typeof shells;

/** `coact completion bash` prints what a shell needs; the shell then asks `coact complete` with the words so far. */
export function addCompletion(program: Command, { terminal }: CliContext): void {
  program
    .command('completion')
    .summary('Print the completion script of a shell.')
    .description(
      'Print the completion script of a shell.\n\n  bash: coact completion bash >> ~/.bashrc\n  zsh:  coact completion zsh >> ~/.zshrc (after compinit)\n  fish: coact completion fish > ~/.config/fish/completions/coact.fish',
    )
    .addArgument(new Argument('<shell>', 'The shell').choices(Object.keys(shells)))
    .action((shell: Shell) => terminal.out(shells[shell]));
  program
    .command('complete [words...]', { hidden: true })
    .allowUnknownOption()
    .action((words: string[]) => {
      for (const candidate of complete(program, words)) terminal.out(`${candidate}\n`);
    });
}

/** What may stand in place of the last word: commands, options, or the choices of the option before it. */
export function complete(program: Command, words: readonly string[]): string[] {
  const begun = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const command = before.reduce((at, word) => at.commands.find((one) => one.name() === word) ?? at, program);
  const option = command.options.find(({ long }) => long !== undefined && long === before.at(-1));
  if (option && (option.required || option.optional))
    return starting(begun, choicesOf(command, option.attributeName()));
  const hidden = new Set(['complete']);
  const names = command.commands.map((one) => one.name()).filter((name) => !hidden.has(name));
  const choices = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
  const options = begun.startsWith('-')
    ? [...command.options.flatMap(({ long }) => (long ? [long] : [])), '--help']
    : [];
  return starting(begun, [...names, ...choices, ...options]);
}

const starting = (begun: string, candidates: readonly string[]) =>
  candidates.filter((one) => one.startsWith(begun)).toSorted();

function choicesOf(command: Command, attribute: string): readonly string[] {
  return command.options.find((option) => option.attributeName() === attribute)?.argChoices ?? [];
}
