import { words } from '../words/index.ts';

export type Way = 'curl' | 'mcp' | 'command' | 'sdk';
export const ways: readonly Way[] = ['curl', 'mcp', 'command', 'sdk'];

/** Lines to paste: `first` runs as it stands and leaves a trace; `after` shows how work goes on, with names to fill in. */
export type Snippet = { first: string; after: string };
export type Connecting = { agent: string; isWorkReady: boolean };

const says = words.start.connect.comments;

/** What every way reads: the address and the token. */
export const environmentOf = ({ url, token }: { url: string; token: string }): string =>
  `export COACT_URL=${url}\nexport COACT_TOKEN=${token}\n`;

/** Where nothing can be claimed yet, the first act is to write a draft: a claim would come back empty. */
export const snippetOf = (way: Way, connecting: Connecting): Snippet => ({ curl, mcp, command, sdk })[way](connecting);

/** A name may hold quotes: in JSON within a shell's quotes, none of them may end the text. */
const shellSafe = (text: string) => text.replaceAll(/['"\\`$]/g, '');

const post = (path: string, body: string) => `curl -sS -X POST "$COACT_URL/v1/${path}" \\
  -H "Authorization: Bearer $COACT_TOKEN" -H "Content-Type: application/json" \\
  -d '${body}'
`;

function curl({ agent, isWorkReady }: Connecting): Snippet {
  const claim = `# ${says.claim}\n${post('work/claim', '{}')}`;
  const draft = `# ${says.draft}\n${post('items', `{"title":"${says.hello} ${shellSafe(agent)}"}`)}`;
  const report = `{"fence":FENCE,"activity":"${says.activity}","progress":0.4}`;
  const deliver = `{"fence":FENCE,"summary":"${says.saying}","evidence":[{"criterion":"c1","text":"${says.showing}"}]}`;
  return {
    first: isWorkReady ? claim : draft,
    after: [
      ...(isWorkReady ? [] : [claim]),
      `# ${says.placeholders}\n# ${says.report}\n${post('runs/RUN/report', report)}`,
      `# ${says.deliver}\n${post('runs/RUN/deliver', deliver)}`,
    ].join('\n'),
  };
}

/** One client by its command, the others by the settings that most of them share. */
function mcp({ agent, isWorkReady }: Connecting): Snippet {
  const asked = isWorkReady ? says.sayClaim : `${says.sayDraft} “${says.hello} ${shellSafe(agent)}”.`;
  const headers = { Authorization: 'Bearer ${env:COACT_TOKEN}' };
  const settings = { mcpServers: { coact: { url: '${env:COACT_URL}/mcp', headers } } };
  return {
    first: `claude mcp add --transport http coact "$COACT_URL/mcp" --header "Authorization: Bearer $COACT_TOKEN"\n# ${says.sayToIt} ${asked}\n`,
    after: `${JSON.stringify(settings, null, 2)}\n`,
  };
}

function command({ agent, isWorkReady }: Connecting): Snippet {
  const claim = `# ${says.claim}\nnpx coact work claim\n`;
  const draft = `# ${says.draft}\nnpx coact item create --title "${says.hello} ${shellSafe(agent)}"\n`;
  return {
    first: isWorkReady ? claim : draft,
    after: [
      ...(isWorkReady ? [] : [claim]),
      `# ${says.placeholders}\n# ${says.report}\nnpx coact run report RUN "${says.activity}" --fence FENCE --progress 0.4\n`,
      `# ${says.deliver}\nnpx coact run deliver RUN "${says.saying}" --fence FENCE --evidence criterion=c1,text="${says.showing}"\n`,
    ].join('\n'),
  };
}

const connecting = `import { connect } from 'coact';

const coact = connect({ url: process.env.COACT_URL, token: process.env.COACT_TOKEN });
`;

function sdk({ agent, isWorkReady }: Connecting): Snippet {
  const claim = `// ${says.claim}\nconst claimed = await coact.work.claim();\n`;
  const hello = JSON.stringify(`${says.hello} ${agent}`);
  const draft = `// ${says.draft}\nawait coact.item.create({ title: ${hello} });\n`;
  const work = `if (claimed) {
  const { run, brief } = claimed;
  console.log(brief);
  // ${says.lease}
  const held = coact.hold(run, { onSignals: (signals) => console.log(signals) });
  // ${says.work}
  // ${says.deliver}
  await coact.run.deliver({
    id: run.id,
    fence: run.fence,
    summary: '${says.saying}',
    evidence: [{ criterion: 'c1', text: '${says.showing}' }],
  });
  held.stop();
}
`;
  return { first: `${connecting}\n${isWorkReady ? claim : draft}`, after: `${isWorkReady ? '' : claim}${work}` };
}
