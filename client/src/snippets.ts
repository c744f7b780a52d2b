/** Lines to paste for whoever connects an agent: the page and `coact connect` show the same ones. */

export type Way = (typeof ways)[number];
export const ways = ['curl', 'mcp', 'command', 'runner', 'sdk', 'a2a', 'webhook'] as const;

/** `first` is for the beginning and runs as it stands; `after` shows how it goes on, with names to fill in. */
export type Snippet = { first: string; after: string };
export type Connecting = { agent: string; isWorkReady: boolean };

/** What every way reads: the address and the token. */
export const environmentOf = ({ url, token }: { url: string; token: string }): string =>
  `export COACT_URL=${url}\nexport COACT_TOKEN=${token}\n`;

/** Where nothing can be claimed yet, the first act is to write a draft: a claim would come back empty. */
export const snippetOf = (way: Way, connecting: Connecting): Snippet =>
  ({ curl, mcp, command, runner, sdk, a2a, webhook })[way](connecting);

const says = {
  claim: 'The next ready item with its brief, or nothing',
  draft: 'Nothing is ready yet: let it write a draft, so that you see it at work',
  report: 'Every few minutes: how far it is. The answer carries what it must hear',
  deliver: 'Evidence for every required criterion of the brief',
  placeholders: 'RUN and FENCE are in what the claim answers',
};
const goesOn = { saying: 'What I did', activity: 'What I am at', showing: 'How it shows' };

/** A name may hold quotes: in JSON within a shell's quotes, none of them may end the text. */
const shellSafe = (text: string) => text.replaceAll(/['"\\`$]/g, '');

const sent = (path: string, headers: string, body: string) => `curl -sS -X POST "$COACT_URL/${path}" \\
  -H "Authorization: Bearer $COACT_TOKEN" -H "Content-Type: application/json"${headers} \\
  -d '${body}'
`;
const post = (path: string, body: string) => sent(`v1/${path}`, '', body);

function curl({ agent, isWorkReady }: Connecting): Snippet {
  const claim = `# ${says.claim}\n${post('work/claim', '{}')}`;
  const draft = `# ${says.draft}\n${post('items', `{"title":"Hello from ${shellSafe(agent)}"}`)}`;
  const report = `{"fence":FENCE,"activity":"${goesOn.activity}","progress":0.4}`;
  const deliver = `{"fence":FENCE,"summary":"${goesOn.saying}","evidence":[{"criterion":"c1","text":"${goesOn.showing}"}]}`;
  return {
    first: isWorkReady ? claim : draft,
    after: [
      ...(isWorkReady ? [] : [claim]),
      `# ${says.placeholders}\n# ${says.report}\n${post('runs/RUN/report', report)}`,
      `# ${says.deliver}\n${post('runs/RUN/deliver', deliver)}`,
    ].join('\n'),
  };
}

/** What to say to it; how its client is set, `mcpSetting` knows. */
function mcp({ agent, isWorkReady }: Connecting): Snippet {
  const draft = `Create a draft in Coact with item_create, titled “Hello from ${agent}”.\n`;
  const claim = 'Claim the next work in Coact with work_claim, do it by its brief, and deliver it with run_deliver.\n';
  return { first: isWorkReady ? claim : draft, after: claim };
}

const claimByCommand = `# ${says.claim}\nnpx coact work claim\n`;
const draftByCommand = ({ agent }: Connecting) =>
  `# ${says.draft}\nnpx coact item create --title "Hello from ${shellSafe(agent)}"\n`;

function command(connecting: Connecting): Snippet {
  const { isWorkReady } = connecting;
  return {
    first: isWorkReady ? claimByCommand : draftByCommand(connecting),
    after: [
      ...(isWorkReady ? [] : [claimByCommand]),
      `# ${says.placeholders}\n# ${says.report}\nnpx coact run report RUN "${goesOn.activity}" --fence FENCE --progress 0.4\n`,
      `# ${says.deliver}\nnpx coact run deliver RUN "${goesOn.saying}" --fence FENCE --evidence criterion=c1,text="${goesOn.showing}"\n`,
    ].join('\n'),
  };
}

function runner(connecting: Connecting): Snippet {
  const once = `# Claims what is ready. cat stands for your program: it reads the brief, and what it prints is what it delivers
npx coact runner --once -- cat
`;
  const serve = '# Your program for each item, until Ctrl-C\nnpx coact runner -- ./your-program\n';
  return connecting.isWorkReady
    ? { first: once, after: serve }
    : { first: draftByCommand(connecting), after: `${once}\n${serve}` };
}

const connecting = `import { connect } from 'coact';

const coact = connect({ url: process.env.COACT_URL, token: process.env.COACT_TOKEN });
`;

function sdk({ agent, isWorkReady }: Connecting): Snippet {
  const claim = `// ${says.claim}\nconst claimed = await coact.work.claim();\n`;
  const look = 'console.log(claimed?.brief);\n';
  const draft = `// ${says.draft}\nawait coact.item.create({ title: ${JSON.stringify(`Hello from ${agent}`)} });\n`;
  const work = `if (claimed) {
  const { run } = claimed;
  // Keeps the lease alive; stops by itself when the run is over
  const held = coact.hold(run, { onSignals: (signals) => console.log(signals) });
  // Do the work; stop when held.lost is aborted
  // ${says.deliver}
  await coact.run.deliver({
    id: run.id,
    fence: run.fence,
    summary: '${goesOn.saying}',
    evidence: [{ criterion: 'c1', text: '${goesOn.showing}' }],
  });
  held.stop();
}
`;
  return {
    first: `${connecting}\n${isWorkReady ? claim + look : draft}`,
    after: `${isWorkReady ? '' : claim + look}${work}`,
  };
}

function a2a({ agent }: Connecting): Snippet {
  const message = `{"messageId":"'"$(date +%s)"'","role":"ROLE_USER","parts":[{"text":"Hello from ${shellSafe(agent)}"}]}`;
  const body = `{"jsonrpc":"2.0","id":1,"method":"SendMessage","params":{"message":${message},"configuration":{"returnImmediately":true}}}`;
  return {
    first: `# What it sends becomes work; the answer is the task to follow\n${sent('a2a', ' -H "A2A-Version: 1.0"', body)}`,
    after: `# The other way: an admin says where the agent is, and work that is assigned to it is sent there\nnpx coact participant set-remote "${shellSafe(agent)}" --url https://AGENT/.well-known/agent-card.json\n`,
  };
}

function webhook({ agent }: Connecting): Snippet {
  const name = shellSafe(agent);
  return {
    first: `# As an admin, where the server runs. The answer holds the secret, once
env -u COACT_TOKEN npx coact webhook create --name "${name}" --url http://127.0.0.1:8787 --carries assignments --participant "${name}"
`,
    after: `# Then assign it work that is ready: a token and the brief are sent along
env -u COACT_TOKEN npx coact item assign KEY "${name}"
`,
  };
}
