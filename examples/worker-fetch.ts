/** A worker with nothing but `fetch`: takes one item, keeps its lease while it works, and delivers with evidence. */

const { COACT_URL: url = 'http://127.0.0.1:4180', COACT_TOKEN: token = '' } = process.env;

type Claim = {
  item: { key: string; title: string };
  run: { id: string; fence: number };
  brief: { contract: { outcome: string; criteria: { id: string; text: string }[] } };
};
type Beat = { signals: { kind: string; data: Record<string, unknown> }[] };

/** The same key never acts twice: a call that got no answer can be sent again. */
async function post<Answer>(path: string, body: object): Promise<Answer | null> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  };
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(`${url}/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(
      () => null,
    );
    if (response?.ok) return response.status === 204 ? null : await response.json();
    // Away or too busy for the moment; everything else is a refusal that says what to do.
    if ((response && ![429, 502, 503, 504].includes(response.status)) || tries === 5)
      throw new Error(response ? await response.text() : `${url} cannot be reached`);
    await new Promise((resolve) => setTimeout(resolve, tries * 1_000));
  }
}

/** The work itself: put yours here. Stop when the signal is aborted: the run is no longer yours. */
async function work({ contract }: Claim['brief'], lost: AbortSignal): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  lost.throwIfAborted();
  return contract.outcome.toUpperCase();
}

const claim = await post<Claim>('work/claim', { lease: 60 });
if (!claim) {
  console.log('Nothing is claimable now.');
  process.exit(0);
}
const { item, run, brief } = claim;
const { fence } = run;
console.log(`claimed ${item.key}: ${item.title}`);

const lost = new AbortController();
const beating = setInterval(() => {
  post<Beat>(`runs/${run.id}/heartbeat`, { fence }).then(
    (answer) => answer?.signals.forEach(({ kind, data }) => console.log(`heard ${kind}:`, data)),
    // Stopped, taken over, or lost: the fence is worth nothing any more.
    (error: unknown) => lost.abort(error),
  );
}, 20_000);

try {
  await post(`runs/${run.id}/report`, { fence, activity: 'Thinking about the outcome', progress: 0.5 });
  const result = await work(brief, lost.signal);
  const evidence = brief.contract.criteria.map(({ id }) => ({ criterion: id, text: result }));
  await post(`runs/${run.id}/deliver`, { fence, summary: `Wrote: ${result}`, evidence });
  console.log(`delivered ${item.key}`);
} catch (error) {
  if (lost.signal.aborted) throw error;
  // "I could not do it" is an answer: whoever does it next reads why.
  await post(`runs/${run.id}/fail`, { fence, reason: String(error) });
  process.exitCode = 1;
} finally {
  clearInterval(beating);
}
