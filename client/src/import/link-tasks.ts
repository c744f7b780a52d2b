import { createAcyclicGraph } from './acyclic-graph.ts';
import { backlogIdKey, keyOfParent, keysOfReference } from './backlog-id.ts';
import type { BacklogTask } from './backlog-task.ts';

const edgesTo = (from: string, to: string | undefined) => (to === undefined ? [] : [{ from, to }]);

/**
 * Links the items in the order given. References to tasks that are not there, to the task itself, and those that would close a
 * cycle of blockers or of parents are left out of the graph and stay in the source data as they were written. Where no
 * `parent_task_id` says otherwise, a dotted id names the parent.
 */
export function linkTasks(tasks: readonly BacklogTask[], projectPrefix: string | undefined): void {
  const refs = new Map(tasks.map(({ item: { ref } }) => [backlogIdKey(ref), ref]));
  const find = (reference: string, beside: string) =>
    keysOfReference(reference, beside, projectPrefix)
      .map((key) => refs.get(key))
      .find((ref) => ref !== undefined);

  const links = tasks.map(({ item, dependencies, parent }) => ({
    item,
    blockers: dependencies.map((written) => ({ written, to: find(written, item.ref) })),
    parent: {
      written: parent,
      to: parent === undefined ? refs.get(keyOfParent(item.ref) ?? '') : find(parent, item.ref),
    },
  }));
  const waits = createAcyclicGraph(
    links.flatMap(({ item, blockers }) => blockers.flatMap(({ to }) => edgesTo(item.ref, to))),
  );
  const belongs = createAcyclicGraph(links.flatMap(({ item, parent }) => edgesTo(item.ref, parent.to)));

  for (const { item, blockers, parent } of links) {
    const left = blockers.filter(({ to }) => {
      if (to === undefined || !waits.add({ from: item.ref, to })) return true;
      if (!item.blockedBy.includes(to)) item.blockedBy.push(to);
      return false;
    });
    if (left.length > 0) item.sourceData['dependencies'] = left.map(({ written }) => written);

    if (parent.to !== undefined && belongs.add({ from: item.ref, to: parent.to })) item.parent = parent.to;
    else if (parent.written !== undefined) item.sourceData['parent_task_id'] = parent.written;
  }
}
