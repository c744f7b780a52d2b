import { useName } from '../parts/badge.tsx';
import { Empty } from '../parts/empty.tsx';
import { When } from '../parts/time.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { BackToInbox } from './request-sheet.tsx';

/** What is chosen is no longer in the inbox: says why instead of leaving a hole. */
export function RequestEnded({ id }: { id: string }) {
  const { answer: request, trouble } = useQuery(id, () => server.request.get({ id }));
  const responder = useName(request?.responder ?? null);
  if (trouble) return <Empty title={trouble.message}>{trouble.hint}</Empty>;
  if (!request) return null;
  return (
    <>
      <div className="p-4 pb-0 md:hidden">
        <BackToInbox />
      </div>
      <Empty
        title={words.inbox.endedBy(
          words.inbox.endings[request.state],
          request.responder && words.common.inside(responder),
        )}
      >
        {request.answeredAt && <When at={request.answeredAt} />}
      </Empty>
    </>
  );
}
