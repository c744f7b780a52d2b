import { toast } from '../parts/toast.ts';
import { loadInbox, loadMe } from '../state/load.ts';
import { go, readRoute } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.start.sample;

/** The sample: whether it is here, whether I may change that, and how. */
export function useSample() {
  const here = useStore(({ me }) => me?.workspace.sample ?? false);
  const may = useStore(({ me }) => me?.abilities.includes(here ? 'sample.remove' : 'sample.create') ?? false);
  const { busy, trouble, run } = useAct();
  const change = (call: () => Promise<unknown>) =>
    run(async () => {
      await call();
      // Whoever goes to the inbox next shall not be led to a request that is not there any more.
      await Promise.all([loadInbox(), loadMe()]);
    });
  const create = async () => {
    if (!(await change(() => server.sample.create({})))) return;
    go({ page: 'inbox', chosen: null });
    toast({ text: says.created });
  };
  const remove = async () => {
    if (!(await change(() => server.sample.remove({})))) return;
    if (readRoute().page === 'inbox') go({ page: 'inbox', chosen: null }, { replace: true });
    toast({ text: says.removed });
  };
  return { here, may, busy, trouble, create, remove };
}
