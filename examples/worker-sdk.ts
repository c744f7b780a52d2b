/** A worker with the SDK: does whatever is ready, asks its owner one question for each item, and hears the answer. */
import { type Claim, CoactError, HeldForApproval, type Signal, connect } from 'coact';

const coact = connect({ url: process.env['COACT_URL'], token: process.env['COACT_TOKEN'] });

// A short lease is renewed often, and each renewal brings what there is to hear.
const take = () => coact.work.claim({ lease: 30 });
for (let claim = await take(); claim; claim = await take()) {
  console.log(`claimed ${claim.item.key}: ${claim.item.title}`);
  await doWork(claim);
}
console.log('Nothing is claimable now.');

async function doWork({ item, run, brief }: Claim): Promise<void> {
  const { id, fence } = run;
  const signals = listener();
  // Renews the lease in the background; `lost` is aborted when the run is no longer ours.
  const held = coact.hold(run, { onSignals: (some) => signals.hear(some) });
  try {
    await coact.run.report({ id, fence, activity: 'Reading the brief', progress: 0.1 });
    await coact.request.create({
      kind: 'question',
      item: item.id,
      text: 'Shall the result be short or long?',
      options: ['short', 'long'],
    });
    const answer = await signals.next('answer', held.lost);
    const result = `A ${String(answer['answer'])} result for: ${brief.contract.outcome}`;

    const file = await coact.artifact.create({ name: 'result.txt', text: result });
    const evidence = brief.contract.criteria.map((one) => ({ criterion: one.id, artifact: file.sha256 }));
    await coact.run.deliver({ id, fence, summary: result, evidence });
    console.log(`delivered ${item.key}`);
  } catch (error) {
    if (held.lost.aborted) console.log(`lost ${item.key}`);
    // It happens once it is approved; the lease goes on for as long as we keep it.
    else if (error instanceof HeldForApproval) console.log(`${item.key} waits for approval: ${error.request.id}`);
    else if (error instanceof CoactError) await coact.run.fail({ id, fence, reason: `${error.message} ${error.hint}` });
    else throw error;
  } finally {
    held.stop();
  }
}

/** Signals come when they come: keeps them until they are asked for. */
function listener() {
  const heard: Signal[] = [];
  let wake = () => {};
  return {
    hear(signals: Signal[]) {
      heard.push(...signals);
      wake();
    },
    async next(kind: Signal['kind'], lost: AbortSignal): Promise<Signal['data']> {
      for (;;) {
        lost.throwIfAborted();
        const found = heard.findIndex((signal) => signal.kind === kind);
        if (found >= 0) return heard.splice(found, 1)[0]?.data ?? {};
        await new Promise<void>((resolve) => {
          wake = resolve;
          lost.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    },
  };
}
