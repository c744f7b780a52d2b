import { z } from 'zod';
import { limits } from '../limits.ts';
import type { Check, Told } from './inbound.ts';

/** GitHub's own form of webhooks, as far as it is about issues that are opened and checks that have ended. */

const text = z.string().nullish();
const pulls = z.array(z.object({ title: text, head: z.object({ ref: text }).partial().nullish() }).partial()).nullish();
const issuesOpened = z.object({
  action: z.string(),
  issue: z.object({
    title: z.string(),
    body: text,
    html_url: text,
    labels: z.array(z.object({ name: text })).nullish(),
  }),
});
const checkRun = z.object({
  action: z.string(),
  check_run: z.object({
    name: z.string(),
    conclusion: text,
    html_url: text,
    output: z.object({ title: text, summary: text }).partial().nullish(),
    check_suite: z.object({ head_branch: text }).partial().nullish(),
    pull_requests: pulls,
  }),
});
const workflowRun = z.object({
  action: z.string(),
  workflow_run: z.object({
    name: text,
    conclusion: text,
    html_url: text,
    head_branch: text,
    display_title: text,
    pull_requests: pulls,
  }),
});

const nothing = (because: string): Told => ({ act: 'nothing', because });

/** What an event of GitHub's tells; `labels` keeps issues to those that carry one of them. */
export function readGithub(event: string, json: unknown, labels: readonly string[]): Told | z.ZodError {
  if (event === 'issues') return readWith(issuesOpened, json, (said) => readIssue(said, labels));
  if (event === 'check_run') return readWith(checkRun, json, readCheck);
  if (event === 'workflow_run') return readWith(workflowRun, json, readWorkflow);
  return nothing(event === 'ping' ? 'ping' : 'not an event that Coact acts on');
}

function readWith<T extends z.ZodType>(form: T, json: unknown, read: (said: z.output<T>) => Told): Told | z.ZodError {
  const parsed = form.safeParse(json);
  return parsed.success ? read(parsed.data) : parsed.error;
}

function readIssue({ action, issue }: z.output<typeof issuesOpened>, wanted: readonly string[]): Told {
  if (action !== 'opened') return nothing('not an issue that was opened');
  const labels = (issue.labels ?? [])
    .flatMap(({ name }) => name ?? [])
    .map((name) => name.slice(0, limits.labelLength));
  if (wanted.length > 0 && !labels.some((label) => wanted.includes(label)))
    return nothing('none of the labels that are wanted');
  return {
    act: 'intake',
    title: oneLine(issue.title).slice(0, limits.titleLength) || 'An issue without a title',
    context: (issue.body ?? '').slice(0, limits.textLength),
    labels: labels.map(oneLine).filter(Boolean).slice(0, limits.listLength),
    links: issue.html_url ? [issue.html_url.slice(0, 2_000)] : [],
  };
}

function readCheck({ action, check_run: run }: z.output<typeof checkRun>): Told {
  if (action !== 'completed') return nothing('not a check that has ended');
  const places = [run.check_suite?.head_branch, ...pullPlaces(run.pull_requests), run.output?.title];
  return toCheck({ name: run.name, conclusion: run.conclusion, url: run.html_url, places, words: run.output?.summary });
}

function readWorkflow({ action, workflow_run: run }: z.output<typeof workflowRun>): Told {
  if (action !== 'completed') return nothing('not a workflow that has ended');
  const places = [run.head_branch, ...pullPlaces(run.pull_requests), run.display_title];
  return toCheck({
    name: run.name ?? 'workflow',
    conclusion: run.conclusion,
    url: run.html_url,
    places,
    words: run.display_title,
  });
}

const pullPlaces = (all: z.output<typeof pulls>) => (all ?? []).flatMap(({ title, head }) => [head?.ref, title]);

type Text = string | null | undefined;
type Ended = { name: string; conclusion: Text; url: Text; places: readonly Text[]; words: Text };

function toCheck({ name, conclusion, url, places, words }: Ended): Told {
  const items = [...new Set(places.flatMap((place) => keysIn(place ?? '')))].slice(0, 10);
  if (items.length === 0) return nothing('neither branch nor title names an item');
  return {
    act: 'check',
    items,
    name: oneLine(name).slice(0, limits.nameLength) || 'check',
    conclusion: verdictOf(conclusion ?? ''),
    ...(url && URL.canParse(url) && { url: url.slice(0, 2_000) }),
    ...(words && { text: words.slice(0, limits.reasonLength) }),
  };
}

/** Keys of items in the name of a branch or in a title, such as `ana/ops-12-renew`. */
export const keysIn = (place: string): string[] =>
  [...place.slice(0, 500).matchAll(/(?<![a-z0-9])([a-z][a-z0-9]{1,9}-\d{1,9})(?![0-9])/gi)].map(([key]) =>
    key.toUpperCase(),
  );

function verdictOf(conclusion: string): Check['conclusion'] {
  if (conclusion === 'success') return 'passed';
  return ['neutral', 'skipped', 'stale', ''].includes(conclusion) ? 'neutral' : 'failed';
}

const oneLine = (said: string) => said.replaceAll(/\s+/g, ' ').trim();
