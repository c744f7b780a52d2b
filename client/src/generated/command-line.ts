// Generated from the registry of operations by `npm run generate`; do not edit.
import type { CommandLine } from '../cli/field.ts';

/** What the command line asks for, by operation. */
export const commandLine: CommandLine = {
  "artifact.create": {
    summary: "Keep a file or text by the SHA-256 of its content, to show as evidence or to hand over.",
    params: [],
    fields: [
      {"name":"name","type":"string","required":true,"description":"A file name."},
      {"name":"mediaType","type":"string","default":"text/plain"},
      {"name":"text","type":"string"},
      {"name":"base64","type":"string","description":"For content that is not text."},
    ],
  },
  "artifact.get": {
    summary: "Read an artifact: what it is and, when it is text, what it says.",
    params: ["sha256"],
    fields: [
      {"name":"sha256","type":"string","required":true},
    ],
  },
  "budget.get": {
    summary: "Read one budget: what is used, reserved and left, on which items, and what was used in earlier periods.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "budget.increase": {
    summary: "Allow more to be used than before, on an item, or by an agent or a team; agents ask for it, and people approve.",
    params: [],
    fields: [
      {"name":"for","type":"json","required":true},
      {"name":"for.participant","type":"string","description":"An agent or a system, by id, name or `me`."},
      {"name":"for.team","type":"string","description":"A team and the teams below it, by id or key."},
      {"name":"for.item","type":"string","description":"An id, or a key such as OPS-12."},
      {"name":"period","type":"string","enum":["day","week","month"],"description":"Which of the budgets of a participant or a team; an item has only one."},
      {"name":"by","type":"json","required":true},
      {"name":"by.tokens","type":"integer"},
      {"name":"by.cost","type":"number"},
      {"name":"by.minutes","type":"number"},
      {"name":"by.currency","type":"string","description":"Refused where the workspace counts in another."},
      {"name":"by.attempts","type":"integer","description":"Of an item: runs."},
      {"name":"reason","type":"string","required":true,"description":"Why, for whoever approves it and for the ledger."},
    ],
  },
  "budget.list": {
    summary: "The budgets of agents and teams, and how they stand in their current period.",
    params: [],
    fields: [
      {"name":"participant","type":"string","description":"Only theirs, by id, name or `me`."},
      {"name":"team","type":"string","description":"Only those of this team, by id or key."},
    ],
  },
  "budget.set": {
    summary: "Say what an agent or a team may use in each day, week or month; limits of nothing take the budget away.",
    params: [],
    fields: [
      {"name":"for","type":"json","required":true},
      {"name":"for.participant","type":"string","description":"An agent or a system, by id, name or `me`."},
      {"name":"for.team","type":"string","description":"A team and the teams below it, by id or key."},
      {"name":"period","type":"string","enum":["day","week","month"],"required":true,"description":"A day, a week from Monday or a month of the calendar; each begins at midnight UTC."},
      {"name":"limits","type":"json","required":true},
      {"name":"limits.tokens","type":"integer"},
      {"name":"limits.cost","type":"number"},
      {"name":"limits.minutes","type":"number"},
      {"name":"limits.currency","type":"string","description":"Refused where the workspace counts in another."},
    ],
  },
  "check.report": {
    summary: "Tell how a check of another system went, as evidence on an item; whoever works on it hears it.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"name","type":"string","required":true,"description":"What was checked, such as `build`."},
      {"name":"conclusion","type":"string","enum":["passed","failed","neutral"],"required":true},
      {"name":"criterion","type":"string","description":"What it shows: the id of a criterion or a part of its text. Else the one whose check names it."},
      {"name":"url","type":"string","description":"Where more is to be read."},
      {"name":"text","type":"string"},
    ],
  },
  "decision.get": {
    summary: "Read one decision: who decided it, when, by what right, knowing what, and what followed.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "decision.list": {
    summary: "Read the decision log, newest first: what was asked, who decided what, when, and by what right.",
    params: [],
    fields: [
      {"name":"item","type":"string","description":"An id, or a key such as OPS-12."},
      {"name":"kind","type":"string","description":"The kind of decision, such as `vendor`."},
      {"name":"decider","type":"string","description":"Who decided it, or, while it is open, is asked; `me` for you."},
      {"name":"from","type":"string","description":"Decided, or while it is open asked, at or after."},
      {"name":"until","type":"string","description":"Decided, or while it is open asked, at or before."},
      {"name":"text","type":"string","description":"Words in the question or the reason."},
      {"name":"state","type":"string","enum":["open","decided"]},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "directory.link": {
    summary: "Note what an outer directory of people calls a participant or a team.",
    params: ["kind","id"],
    fields: [
      {"name":"kind","type":"string","enum":["participant","team"],"required":true},
      {"name":"id","type":"string","required":true},
      {"name":"externalId","type":"string","nullable":true,"description":"Null: none; it stays as it is unless stated."},
      {"name":"userName","type":"string","nullable":true,"description":"Null: none; it stays as it is unless stated."},
    ],
  },
  "directory.links": {
    summary: "List what an outer directory of people calls the participants or teams that it keeps.",
    params: [],
    fields: [
      {"name":"kind","type":"string","enum":["participant","team"],"required":true},
      {"name":"ids","type":"string","array":true,"description":"Only of these."},
      {"name":"externalId","type":"string","description":"The id that the directory itself gives them."},
      {"name":"userName","type":"string","description":"The name by which the directory knows a person."},
    ],
  },
  "event.attribution": {
    summary: "Say who stands behind a fact: who acted, who answered for them then, by what right, and who approved it.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "event.chain": {
    summary: "Follow a fact to what led to it, back to the first cause, and to what it caused itself.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "event.get": {
    summary: "Read one fact of the ledger with its place; a fact has it moments after it happened.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "event.list": {
    summary: "The ledger page by page, as a feed from a position on or the newest first: who did what, about what and when.",
    params: [],
    fields: [
      {"name":"after","type":"integer","description":"A position; the entries behind it in the order asked for are given. 0 begins with the first one.","default":0},
      {"name":"limit","type":"integer","default":50},
      {"name":"order","type":"string","enum":["oldest","newest"],"description":"Which come first.","default":"oldest"},
      {"name":"item","type":"string","description":"Only what is about this item."},
      {"name":"type","type":"string","description":"Only events of this type, such as item.claimed, or of a whole area, such as `item.`"},
      {"name":"actor","type":"string","description":"Only what this participant did: an id, name or `me`."},
      {"name":"team","type":"string","description":"Only what is about work of this team: an id or key."},
      {"name":"subject","type":"string","description":"Only what is about this participant, team or other thing."},
      {"name":"request","type":"string","description":"Only what is about this request."},
      {"name":"from","type":"string","description":"Only what happened at this time or later."},
      {"name":"until","type":"string","description":"Only what happened until this time."},
    ],
  },
  "hold.lift": {
    summary: "Lift a legal hold: what no other one covers may be erased again when its time has come.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"reason","type":"string","required":true},
    ],
  },
  "hold.list": {
    summary: "List legal holds, the newest first.",
    params: [],
    fields: [
      {"name":"live","type":"boolean","description":"Only those in force, or only those that were lifted."},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "hold.place": {
    summary: "Place a legal hold on an item, an outcome, a participant or the whole workspace: nothing of it is erased.",
    params: [],
    fields: [
      {"name":"scope","type":"string","enum":["workspace","outcome","item","participant"],"required":true},
      {"name":"target","type":"string","description":"Which one, by id, key or name. Not for the workspace."},
      {"name":"reason","type":"string","required":true,"description":"Why, for whoever would lift it."},
    ],
  },
  "hook.create": {
    summary: "Make an address at which another system tells of work, of checks, or that its work is finished.",
    params: [],
    fields: [
      {"name":"name","type":"string","required":true,"description":"Which system sends there."},
      {"name":"form","type":"string","enum":["generic","github"],"description":"`generic`: signed as Standard Webhooks say. `github`: as GitHub sends them.","default":"generic"},
      {"name":"participant","type":"string","required":true,"description":"The system in whose name it acts: an id or name."},
      {"name":"allows","type":"string","enum":["intake","check","finish"],"array":true,"required":true,"description":"What may be told: work to triage, checks as evidence, that work of the participant is finished."},
      {"name":"team","type":"string","nullable":true,"description":"Where intake goes: an id or key."},
      {"name":"labels","type":"string","array":true,"description":"GitHub: only issues with one of these labels become intake; none: all."},
      {"name":"criteria","type":"json","array":true,"parts":["check","criterion"],"description":"Which check shows which criterion: the name of the check, and the id or a part of the text of the criterion."},
    ],
  },
  "hook.delete": {
    summary: "Close an address for good.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "hook.list": {
    summary: "List the addresses at which other systems tell of something, the oldest first.",
    params: [],
    fields: [
    ],
  },
  "hook.receipts": {
    summary: "List what came at an address and was genuine, the newest first, and what became of it.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"limit","type":"integer","default":50},
    ],
  },
  "hook.rotate": {
    summary: "Give an address a new secret; until the old one ends, either is taken.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"keepHours","type":"integer","description":"Hours for which the old secret stays valid; both sign until then.","default":24},
    ],
  },
  "hook.update": {
    summary: "Change what may be told at an address, or close it for a time.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"name","type":"string","description":"Which system sends there."},
      {"name":"allows","type":"string","enum":["intake","check","finish"],"array":true,"description":"What may be told: work to triage, checks as evidence, that work of the participant is finished."},
      {"name":"team","type":"string","nullable":true,"description":"Where intake goes: an id or key."},
      {"name":"labels","type":"string","array":true,"description":"GitHub: only issues with one of these labels become intake; none: all."},
      {"name":"criteria","type":"json","array":true,"parts":["check","criterion"],"description":"Which check shows which criterion: the name of the check, and the id or a part of the text of the criterion."},
      {"name":"enabled","type":"boolean"},
    ],
  },
  "import.create": {
    summary: "Bring in a backlog from another tool, whole or not at all; what is already here stays as it is.",
    params: [],
    fields: [
      {"name":"source","type":"string","required":true,"description":"Where the backlog comes from, such as beads; with `ref` it tells what is already here."},
      {"name":"team","type":"string","description":"Whose work it becomes; your own first team unless stated."},
      {"name":"items","type":"json","array":true,"parts":["ref","title","state","outcome","type","priority","criteria","labels","context","links","parent","blockedBy","related","assignee","createdBy","createdAt","updatedAt","closedAt","comments","sourceData"],"required":true},
      {"name":"people","type":"json","array":true,"parts":["name","kind","email"]},
      {"name":"dryRun","type":"boolean","description":"Only say what would happen.","default":false},
    ],
  },
  "inbox.list": {
    summary: "Everything that needs you, the most costly to leave first, and why.",
    params: [],
    fields: [
      {"name":"limit","type":"integer","default":50},
    ],
  },
  "intake.list": {
    summary: "What each team takes in from outside, and on what terms.",
    params: [],
    fields: [
    ],
  },
  "intake.listed": {
    summary: "What teams say to everybody about what they take in: the skills of the public agent card.",
    params: [],
    fields: [
    ],
  },
  "intake.set": {
    summary: "Say what a team takes in from outside, what new work begins with, and whether it is committed at once.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id or a key."},
      {"name":"description","type":"string","required":true,"description":"What the team does for others."},
      {"name":"tags","type":"string","array":true},
      {"name":"examples","type":"string","array":true},
      {"name":"takes","type":"boolean","description":"Whether agents elsewhere may send it work.","default":true},
      {"name":"listed","type":"boolean","description":"Whether those who have not signed in may read of it.","default":false},
      {"name":"commits","type":"boolean","description":"Whether work that the contract and the message make ready is committed at once, without triage.","default":false},
      {"name":"contract","type":"json","description":"What new work begins with."},
      {"name":"contract.owner","type":"string","description":"The one human who is accountable for the result; `me` for yourself."},
      {"name":"contract.outcome","type":"string","description":"The desired outcome: what will be true for whom. Markdown."},
      {"name":"contract.scope","type":"json"},
      {"name":"contract.criteria","type":"json","array":true,"shorthand":"text","parts":["id","text","check","required"]},
      {"name":"contract.priority","type":"scalar","enum":["critical","high","medium","low","lowest"],"nullable":true},
      {"name":"contract.risk","type":"string","enum":["low","medium","high","critical"]},
      {"name":"contract.reversible","type":"boolean","description":"Whether a wrong result can be undone."},
      {"name":"contract.type","type":"string","description":"The kind of work, such as task, bug or feature."},
      {"name":"contract.skills","type":"string","array":true,"description":"What an executor must be able to do."},
      {"name":"contract.labels","type":"string","array":true},
      {"name":"contract.budget","type":"json","nullable":true},
      {"name":"contract.context","type":"string","description":"Background for whoever does the work. Markdown."},
      {"name":"contract.links","type":"string","array":true},
    ],
  },
  "invitation.create": {
    summary: "Invite a person: adds them with a role and teams, and makes the link with which they come in, once.",
    params: [],
    fields: [
      {"name":"name","type":"string","required":true},
      {"name":"email","type":"string"},
      {"name":"role","type":"string","enum":["admin","member","guest"],"default":"member"},
      {"name":"teams","type":"string","array":true,"description":"Ids or keys; none: works for every team."},
      {"name":"days","type":"integer","description":"How many days the link holds.","default":2},
    ],
  },
  "invitation.list": {
    summary: "List who is invited and has not come in yet, by whom and until when.",
    params: [],
    fields: [
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "invitation.revoke": {
    summary: "Take back an invitation: its link leads nowhere any more. The person stays among the participants.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "item.assign": {
    summary: "Name who shall do the work; null leaves it to anybody able.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"assignee","type":"string","required":true,"nullable":true,"description":"An id, name or e-mail address, or null."},
    ],
  },
  "item.brief": {
    summary: "Everything that an executor needs to do the work, in one answer.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"maxTokens","type":"integer","description":"The most that the brief may take, at three bytes of JSON a token: what matters least is left out."},
    ],
  },
  "item.brief_markdown": {
    summary: "The brief of a work item as Markdown, for a reader without a parser.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"maxTokens","type":"integer","description":"The most that the brief may take, at three bytes of JSON a token: what matters least is left out."},
    ],
  },
  "item.cancel": {
    summary: "End work that is no longer wanted; the owners of whatever waits for it are told.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"reason","type":"string"},
    ],
  },
  "item.children": {
    summary: "The parts of a larger work, and how far it is by those that are verified.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
    ],
  },
  "item.comment": {
    summary: "Say something about an item; whoever works on it hears it with the next heartbeat.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"text","type":"string","required":true},
    ],
  },
  "item.comments": {
    summary: "What was said about an item, oldest first.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "item.commit": {
    summary: "Say that the work is clear enough to be handed out; refused with every part that is missing.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
    ],
  },
  "item.conversation": {
    summary: "The conversation that an item came with over A2A: every message with its id and metadata, as it was sent.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
    ],
  },
  "item.create": {
    summary: "Write down work as a draft; everything but the title may come later.",
    params: [],
    fields: [
      {"name":"title","type":"string","required":true},
      {"name":"owner","type":"string","description":"The human who is accountable; you, or your sponsor, unless stated."},
      {"name":"outcome","type":"string","description":"The desired outcome: what will be true for whom. Markdown."},
      {"name":"scope","type":"json"},
      {"name":"scope.included","type":"string","array":true},
      {"name":"scope.excluded","type":"string","array":true},
      {"name":"criteria","type":"json","array":true,"shorthand":"text","parts":["id","text","check","required"]},
      {"name":"priority","type":"scalar","enum":["critical","high","medium","low","lowest"],"nullable":true},
      {"name":"risk","type":"string","enum":["low","medium","high","critical"]},
      {"name":"reversible","type":"boolean","description":"Whether a wrong result can be undone."},
      {"name":"type","type":"string","description":"The kind of work, such as task, bug or feature."},
      {"name":"serves","type":"string","nullable":true,"description":"The outcome that this work is for, by its id."},
      {"name":"skills","type":"string","array":true,"description":"What an executor must be able to do."},
      {"name":"labels","type":"string","array":true},
      {"name":"start","type":"string","nullable":true,"description":"Not to be started before."},
      {"name":"due","type":"string","nullable":true},
      {"name":"budget","type":"json","nullable":true},
      {"name":"budget.tokens","type":"integer"},
      {"name":"budget.cost","type":"number","description":"In the currency of the workspace."},
      {"name":"budget.minutes","type":"number"},
      {"name":"budget.attempts","type":"integer","description":"How many runs the work may have."},
      {"name":"budget.currency","type":"string"},
      {"name":"context","type":"string","description":"Background for whoever does the work. Markdown."},
      {"name":"links","type":"string","array":true},
      {"name":"team","type":"string","description":"An id or key; your own first team unless stated."},
      {"name":"parent","type":"string","nullable":true,"description":"The larger work that this is a part of."},
      {"name":"assignee","type":"string","nullable":true,"description":"Who shall do it, by id, name or e-mail address."},
      {"name":"blockedBy","type":"string","array":true,"description":"Items that have to be finished first."},
      {"name":"intake","type":"boolean","description":"Let it wait to be triaged. What agents, guests and systems write down does so in any case.","default":false},
    ],
  },
  "item.depend": {
    summary: "Say what has to be finished before this item can start.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"blockedBy","type":"string","array":true,"required":true,"description":"One item, or several."},
    ],
  },
  "item.get": {
    summary: "Read one item: its contract, where it stands and what you may do with it.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
    ],
  },
  "item.history": {
    summary: "Everything that happened to an item, oldest first: by whom, on whose behalf and on what authority.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "item.list": {
    summary: "List items, filtered and in pages.",
    params: [],
    fields: [
      {"name":"state","type":"string","enum":["draft","ready","active","review","done","cancelled"],"array":true,"description":"One or several states."},
      {"name":"team","type":"string"},
      {"name":"owner","type":"string","description":"Who is accountable: an id, name, e-mail address or `me`."},
      {"name":"executor","type":"string","description":"Who is doing it now."},
      {"name":"assignee","type":"string"},
      {"name":"parent","type":"string","description":"An id, or a key such as OPS-12."},
      {"name":"serves","type":"string","description":"The outcome that the work is for."},
      {"name":"type","type":"string"},
      {"name":"label","type":"string"},
      {"name":"risk","type":"string","enum":["low","medium","high","critical"]},
      {"name":"blocked","type":"boolean"},
      {"name":"waiting","type":"boolean"},
      {"name":"claimable","type":"boolean","description":"Whether somebody able could claim it now."},
      {"name":"intake","type":"boolean","description":"Whether it waits to be triaged."},
      {"name":"sort","type":"string","enum":["newest","priority"],"default":"newest"},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "item.move": {
    summary: "File the item as a part of a larger one, or of none.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"parent","type":"string","required":true,"nullable":true,"description":"An id, or a key such as OPS-12."},
    ],
  },
  "item.prov": {
    summary: "The provenance of an item as W3C PROV-JSON: what was made from what, in which run, by whom and for whom.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
    ],
  },
  "item.readiness": {
    summary: "What the contract still lacks before the work can be handed out, and what would make it clearer.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
    ],
  },
  "item.reopen": {
    summary: "Take finished work up again; it counts as a defect that got away, so say why.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"reason","type":"string","required":true},
    ],
  },
  "item.rights": {
    summary: "Read who has which part in the decisions about an item, by kind; where nothing is said, its owner decides.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
    ],
  },
  "item.set_rights": {
    summary: "Say who recommends, must agree, performs, gives input and decides about an item, for one kind of decision or for all.",
    params: ["id"],
    fields: [
      {"name":"recommend","type":"string","nullable":true,"description":"Who recommends."},
      {"name":"agree","type":"string","array":true,"description":"Who must agree, or say why not, before the choice counts."},
      {"name":"perform","type":"string","nullable":true,"description":"Who carries it out."},
      {"name":"input","type":"string","array":true,"description":"Whose input is asked for and kept."},
      {"name":"decide","type":"string","nullable":true,"description":"Who decides."},
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"decisionKind","type":"string","description":"Such as `vendor`; for every kind without rights of its own unless stated."},
    ],
  },
  "item.share": {
    summary: "Show one item to a guest, who sees nothing else, or change how far they may go with it.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"with","type":"string","required":true,"description":"A guest, by id, name or e-mail address."},
      {"name":"may","type":"string","enum":["view","comment","work"],"description":"view: see it and what belongs to it; comment: also say something; work: also claim it, ask, and deliver.","default":"view"},
    ],
  },
  "item.shares": {
    summary: "List the guests with whom an item is shared; a guest is told of themselves.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
    ],
  },
  "item.take_over": {
    summary: "Take work out of the hands of whoever does it and go on with it yourself; they learn who took it and why.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"reason","type":"string","required":true},
    ],
  },
  "item.triage": {
    summary: "Decide on a draft in the intake: accept it as work, end it as a duplicate of another item, or decline it.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"as","type":"string","enum":["accept","duplicate","decline"],"required":true},
      {"name":"team","type":"string","description":"Accept: whose work it becomes, by id or key."},
      {"name":"owner","type":"string","description":"Accept: the human who is accountable from now on."},
      {"name":"duplicateOf","type":"string","description":"Duplicate: the item that says it already; it gets a comment about this one."},
      {"name":"reason","type":"string","description":"Why; needed to decline."},
    ],
  },
  "item.undepend": {
    summary: "Say that the item need not wait for another one any longer.",
    params: ["id","blocker"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"blocker","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
    ],
  },
  "item.unshare": {
    summary: "Show an item to a guest no longer; a run of theirs goes on until it is stopped or taken over.",
    params: ["id","participant"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"participant","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "item.update": {
    summary: "Edit the contract: each edit is a numbered revision, and whoever works on the item is told.",
    params: ["id"],
    fields: [
      {"name":"title","type":"string"},
      {"name":"owner","type":"string","description":"The one human who is accountable for the result; `me` for yourself."},
      {"name":"outcome","type":"string","description":"The desired outcome: what will be true for whom. Markdown."},
      {"name":"scope","type":"json"},
      {"name":"scope.included","type":"string","array":true},
      {"name":"scope.excluded","type":"string","array":true},
      {"name":"criteria","type":"json","array":true,"shorthand":"text","parts":["id","text","check","required"]},
      {"name":"priority","type":"scalar","enum":["critical","high","medium","low","lowest"],"nullable":true},
      {"name":"risk","type":"string","enum":["low","medium","high","critical"]},
      {"name":"reversible","type":"boolean","description":"Whether a wrong result can be undone."},
      {"name":"type","type":"string","description":"The kind of work, such as task, bug or feature."},
      {"name":"serves","type":"string","nullable":true,"description":"The outcome that this work is for, by its id."},
      {"name":"skills","type":"string","array":true,"description":"What an executor must be able to do."},
      {"name":"labels","type":"string","array":true},
      {"name":"start","type":"string","nullable":true,"description":"Not to be started before."},
      {"name":"due","type":"string","nullable":true},
      {"name":"budget","type":"json","nullable":true},
      {"name":"budget.tokens","type":"integer"},
      {"name":"budget.cost","type":"number","description":"In the currency of the workspace."},
      {"name":"budget.minutes","type":"number"},
      {"name":"budget.attempts","type":"integer","description":"How many runs the work may have."},
      {"name":"budget.currency","type":"string"},
      {"name":"context","type":"string","description":"Background for whoever does the work. Markdown."},
      {"name":"links","type":"string","array":true},
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"reason","type":"string","description":"Why, for whoever reads the history."},
    ],
  },
  "item.withdraw": {
    summary: "Take ready work back to be clarified.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, or a key such as OPS-12."},
      {"name":"reason","type":"string"},
    ],
  },
  "ledger.checkpoint": {
    summary: "The newest signed checkpoint: size and root of the ledger, which anybody can keep and check later ones against.",
    params: [],
    fields: [
    ],
  },
  "ledger.proof": {
    summary: "Proof that an entry is in the ledger, or that a checkpoint’s ledger begins with an older one.",
    params: [],
    fields: [
      {"name":"entry","type":"integer","description":"A position: prove that this entry is in the ledger."},
      {"name":"from","type":"integer","description":"An older size: prove that the ledger still begins with it."},
      {"name":"size","type":"integer","description":"The size to prove for; that of the newest checkpoint unless stated."},
    ],
  },
  "ledger.prov": {
    summary: "The provenance of everything in a period as W3C PROV-JSON, of up to 5000 facts.",
    params: [],
    fields: [
      {"name":"from","type":"string","required":true,"description":"Its first moment."},
      {"name":"until","type":"string","required":true,"description":"Its last moment."},
    ],
  },
  "me.get": {
    summary: "Read who you are: the participant that your token or session stands for, its teams and its workspace.",
    params: [],
    fields: [
    ],
  },
  "outcome.create": {
    summary: "Write down a result that is wanted, with what tells how far it is.",
    params: [],
    fields: [
      {"name":"title","type":"string","required":true,"description":"What will be true when it is achieved."},
      {"name":"description","type":"string","description":"Why, for whom, and how one will know. Markdown.","default":""},
      {"name":"parent","type":"string","nullable":true,"description":"The larger outcome that this is a part of; null for none."},
      {"name":"owner","type":"string","description":"The human who is accountable: an id, name, e-mail or `me`.","default":"me"},
      {"name":"measures","type":"json","array":true,"parts":["id","name","unit","baseline","target","current"]},
    ],
  },
  "outcome.end": {
    summary: "Say that an outcome was achieved, or that it is wanted no longer.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"as","type":"string","enum":["achieved","abandoned"],"required":true},
      {"name":"reason","type":"string"},
    ],
  },
  "outcome.get": {
    summary: "Read one outcome with the last readings of its measures.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "outcome.list": {
    summary: "List outcomes, the oldest first, with how many items serve each.",
    params: [],
    fields: [
      {"name":"state","type":"string","enum":["open","achieved","abandoned"]},
      {"name":"owner","type":"string","description":"Who is accountable: an id, name, e-mail address or `me`."},
      {"name":"parent","type":"string","description":"Only those directly under this one."},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "outcome.measure": {
    summary: "Note where a measure stands now: a reading with its date.",
    params: ["id","measure"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"measure","type":"string","required":true,"description":"The id of the measure, such as m1."},
      {"name":"value","type":"number","required":true,"description":"In the unit of the measure."},
      {"name":"note","type":"string","description":"Where the figure is from, or what moved it."},
    ],
  },
  "outcome.update": {
    summary: "Change what is wanted, how it is measured, who is accountable, or which outcome it is a part of.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"title","type":"string","description":"What will be true when it is achieved."},
      {"name":"description","type":"string","description":"Why, for whom, and how one will know. Markdown."},
      {"name":"parent","type":"string","nullable":true,"description":"The larger outcome that this is a part of; null for none."},
      {"name":"owner","type":"string","description":"The human who is accountable: an id, name, e-mail or `me`."},
      {"name":"measures","type":"json","array":true,"parts":["id","name","unit","baseline","target","current"],"description":"All of them: one that is left out is measured no longer."},
    ],
  },
  "participant.create": {
    summary: "Add a person, an agent or a system.",
    params: [],
    fields: [
      {"name":"kind","type":"string","enum":["human","agent","system"],"required":true},
      {"name":"name","type":"string","required":true},
      {"name":"sponsor","type":"string","description":"The accountable human of an agent or a system; you unless stated."},
      {"name":"skills","type":"string","array":true},
      {"name":"teams","type":"string","array":true,"description":"Ids or keys; none: works for every team."},
      {"name":"email","type":"string"},
      {"name":"role","type":"string","enum":["admin","member","guest"],"default":"member"},
      {"name":"wipLimit","type":"integer","nullable":true,"description":"How many runs they may hold at once; null: any number."},
    ],
  },
  "participant.duties": {
    summary: "List everything that hangs on somebody, and so needs a successor before they can retire.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "participant.get": {
    summary: "Read one participant.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "participant.invite": {
    summary: "Make a link with which a person sets their name, their e-mail address and how they sign in, once; earlier links end.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
      {"name":"days","type":"integer","description":"How many days the link holds.","default":2},
    ],
  },
  "participant.list": {
    summary: "List people, agents and systems, the longest known first.",
    params: [],
    fields: [
      {"name":"kind","type":"string","enum":["human","agent","system"]},
      {"name":"team","type":"string","description":"Only members of this team, by id or key."},
      {"name":"q","type":"string","description":"How the name begins, in capitals or not."},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "participant.preview_remote": {
    summary: "Read the agent card at an address, before a participant is said to be there; nothing is written.",
    params: [],
    fields: [
      {"name":"url","type":"string","required":true,"description":"Where its agent card is."},
      {"name":"scheme","type":"string","description":"How it is signed in to; Bearer unless stated."},
      {"name":"credentials","type":"string","description":"With what it is signed in to. Not given: those of before stay, as long as the address is on the same host; empty: none."},
    ],
  },
  "participant.pseudonymise": {
    summary: "Forget who somebody was who has left: name, address and ways in go, their acts stay under a name that says nothing.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
      {"name":"reason","type":"string","required":true,"description":"Why; it stays in the ledger, so do not name them in it."},
    ],
  },
  "participant.remote": {
    summary: "Where a participant is that is an agent elsewhere.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "participant.remote_card": {
    summary: "Read what an agent elsewhere says of itself right now.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "participant.remotes": {
    summary: "All participants that are agents elsewhere: where each is, when it answered last, and what is wrong with it.",
    params: [],
    fields: [
    ],
  },
  "participant.remove_remote": {
    summary: "Send a participant no more work elsewhere; what is there is followed no longer, and its leases end.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "participant.reset_access": {
    summary: "Make a link with which a person who cannot sign in chooses another password, once and within a day. Their sessions end when they use it.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "participant.retire": {
    summary: "Retire somebody and hand over, in one step, everything that they own, sponsor, lead or are asked.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
      {"name":"successor","type":"string","description":"Who takes over everything that nobody is named for below."},
      {"name":"successors","type":"json","array":true,"shorthand":"to","parts":["item","outcome","agent","team","request","to"],"description":"Who takes over which one thing."},
      {"name":"reason","type":"string","required":true,"description":"Why: it stands beside everything that is handed over."},
    ],
  },
  "participant.set_autonomy": {
    summary: "Say how far an agent acts alone, for all work or by type of work; it counts at once.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
      {"name":"level","type":"string","enum":["observer","recommender","approver-gated","reporting","autonomous"],"description":"How far the agent acts alone, unless the type of the work says otherwise."},
      {"name":"byType","type":"json","description":"Levels for types of work, such as `{\"bug\": \"autonomous\"}`; they replace those of before."},
      {"name":"ceiling","type":"string","enum":["observer","recommender","approver-gated","reporting","autonomous"],"description":"The most that the sponsor may give; only an admin sets it."},
    ],
  },
  "participant.set_email": {
    summary: "Change the e-mail address of a person: they sign in by the new one, and by the old one no more.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
      {"name":"email","type":"string","required":true},
    ],
  },
  "participant.set_remote": {
    summary: "Say that a participant is an agent elsewhere: work that is assigned or handed to it is sent there by A2A.",
    params: ["id"],
    fields: [
      {"name":"url","type":"string","required":true,"description":"Where its agent card is."},
      {"name":"scheme","type":"string","description":"How it is signed in to; Bearer unless stated."},
      {"name":"credentials","type":"string","description":"With what it is signed in to. Not given: those of before stay, as long as the address is on the same host; empty: none."},
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "participant.sign_out": {
    summary: "End all sessions and tokens of somebody at once; whoever is active signs in again and makes new ones.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "participant.update": {
    summary: "Change a participant: rename, pause, resume or retire them, or change what they may and can do.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
      {"name":"name","type":"string"},
      {"name":"skills","type":"string","array":true},
      {"name":"teams","type":"string","array":true,"description":"Ids or keys; none: works for every team."},
      {"name":"role","type":"string","enum":["admin","member","guest"]},
      {"name":"status","type":"string","enum":["active","paused","retired"],"description":"Paused or retired, they can do nothing and lose the work they hold; retired, their tokens end as well."},
      {"name":"wipLimit","type":"integer","nullable":true,"description":"How many runs they may hold at once; null: any number."},
      {"name":"sponsor","type":"string","description":"The accountable human of an agent or a system."},
      {"name":"reason","type":"string","description":"Why; whoever is paused is told with each refusal."},
    ],
  },
  "passkey.list": {
    summary: "List your passkeys, the oldest first.",
    params: [],
    fields: [
    ],
  },
  "passkey.register": {
    summary: "Add the passkey that your browser has made: from now on you can sign in with it.",
    params: [],
    fields: [
      {"name":"name","type":"string","required":true,"description":"Where it is, such as “My phone”."},
      {"name":"response","type":"json","required":true,"description":"What `navigator.credentials.create` gave, as `toJSON` writes it."},
      {"name":"response.id","type":"string"},
      {"name":"response.rawId","type":"string"},
      {"name":"response.type","type":"string","enum":["public-key"]},
      {"name":"response.response","type":"json"},
    ],
  },
  "passkey.register_options": {
    summary: "Get what your browser needs to make a passkey for you, good once and for five minutes.",
    params: [],
    fields: [
    ],
  },
  "passkey.remove": {
    summary: "Remove one of your passkeys: nobody signs in with it any more. Sessions that it opened go on.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "passkey.rename": {
    summary: "Give one of your passkeys another name.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"name","type":"string","required":true,"description":"Where it is, such as “My phone”."},
    ],
  },
  "password.change": {
    summary: "Change your password; your other sessions end.",
    params: [],
    fields: [
      {"name":"current","type":"string","required":true},
      {"name":"password","type":"string","required":true,"description":"From 12 to 200 characters; not your address or name, and not only words that are tried first."},
    ],
  },
  "password.reset": {
    summary: "Use the link that an admin made you: choose another password, be signed in here and signed out elsewhere.",
    params: [],
    fields: [
      {"name":"token","type":"string","required":true,"description":"What stands behind the # of the link."},
      {"name":"password","type":"string","required":true,"description":"From 12 to 200 characters; not your address or name, and not only words that are tried first."},
    ],
  },
  "policy.get": {
    summary: "Read the rules in force: the base rules, which always count, and those made here.",
    params: [],
    fields: [
      {"name":"scope","type":"string","enum":["workspace","team","type","item"],"description":"All of the workspace, one team, one type of work, or one item.","default":"workspace"},
      {"name":"target","type":"string","description":"Which one: the team or the item by id or key, or the type of work. Not for the workspace."},
    ],
  },
  "policy.list": {
    summary: "List the versions that the rules of the workspace, a team, a type of work or an item had, newest first.",
    params: [],
    fields: [
      {"name":"scope","type":"string","enum":["workspace","team","type","item"],"description":"All of the workspace, one team, one type of work, or one item.","default":"workspace"},
      {"name":"target","type":"string","description":"Which one: the team or the item by id or key, or the type of work. Not for the workspace."},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "policy.matrix": {
    summary: "Show what the rules say of agents: by how far one acts alone, what it does, and the risk of the work.",
    params: [],
    fields: [
      {"name":"team","type":"string","description":"Of work of this team, by id or key."},
      {"name":"type","type":"string","description":"Of work of this type."},
    ],
  },
  "policy.may": {
    summary: "Ask whether somebody may do something with an item, why, and who would have to approve it.",
    params: [],
    fields: [
      {"name":"who","type":"string","description":"A participant by id, name, e-mail address, or `me`.","default":"me"},
      {"name":"action","type":"string","required":true,"description":"An operation, such as `run.deliver`."},
      {"name":"item","type":"string","description":"An id, or a key such as OPS-12."},
    ],
  },
  "policy.places": {
    summary: "List every place that has rules of its own: the workspace, teams, types of work and items.",
    params: [],
    fields: [
    ],
  },
  "policy.simulate": {
    summary: "Replay the decisions of some days against a draft of rules, and see what would have been different.",
    params: [],
    fields: [
      {"name":"scope","type":"string","enum":["workspace","team","type","item"],"description":"All of the workspace, one team, one type of work, or one item.","default":"workspace"},
      {"name":"target","type":"string","description":"Which one: the team or the item by id or key, or the type of work. Not for the workspace."},
      {"name":"rules","type":"json","array":true,"parts":["id","when","then","because"],"required":true,"description":"The draft: all rules of this scope."},
      {"name":"days","type":"integer","description":"How many days back.","default":30},
    ],
  },
  "policy.update": {
    summary: "Make a new version of the rules of the workspace, a team, a type of work or an item; it counts at once.",
    params: [],
    fields: [
      {"name":"scope","type":"string","enum":["workspace","team","type","item"],"description":"All of the workspace, one team, one type of work, or one item.","default":"workspace"},
      {"name":"target","type":"string","description":"Which one: the team or the item by id or key, or the type of work. Not for the workspace."},
      {"name":"rules","type":"json","array":true,"parts":["id","when","then","because"],"required":true,"description":"All of them: what is left out is no longer in force. Their order never matters."},
      {"name":"note","type":"string","description":"Why, for whoever reads the versions."},
    ],
  },
  "price.list": {
    summary: "The price table: what each model costs for a million tokens, in the currency of the workspace.",
    params: [],
    fields: [
    ],
  },
  "price.set": {
    summary: "Say what a model costs for a million tokens, so that usage that comes in tokens is counted as money too.",
    params: [],
    fields: [
      {"name":"model","type":"string","required":true,"description":"As reports name it."},
      {"name":"input","type":"number","required":true,"nullable":true,"description":"For a million tokens that it reads; null takes the price away."},
      {"name":"output","type":"number","required":true,"nullable":true,"description":"For a million tokens that it writes; null takes the price away."},
      {"name":"currency","type":"string","description":"Refused where the workspace counts in another."},
    ],
  },
  "provider.create": {
    summary: "Let people sign in through a provider of OpenID Connect.",
    params: [],
    fields: [
      {"name":"name","type":"string","required":true,"description":"As people know it: it stands on the button."},
      {"name":"issuer","type":"string","required":true,"description":"Its address, exactly as its own documents name it: `https://login.example.com/realm`."},
      {"name":"clientId","type":"string","required":true,"description":"What the provider calls this server."},
      {"name":"clientSecret","type":"string","nullable":true,"description":"What the provider gave with the client id. It is kept, and never shown again."},
      {"name":"scopes","type":"string","array":true,"description":"What is asked for beside `openid`."},
      {"name":"groupsClaim","type":"string","nullable":true,"description":"The claim that lists somebody’s groups, such as `groups` or `realm_access.roles`; null: groups give nothing."},
      {"name":"mappings","type":"json","array":true,"shorthand":"group","parts":["group","role","teams"],"description":"What each group gives: a role, teams. The highest role wins; what a group gave goes when the group goes."},
      {"name":"createPeople","type":"boolean","description":"Whether whoever signs in there and is not known here becomes a person here.","default":false},
      {"name":"emailDomains","type":"string","array":true,"description":"Of which verified addresses somebody new is let in; none: of all."},
    ],
  },
  "provider.delete": {
    summary: "End sign-in through a provider; people, their roles and teams, and sessions that are open stay.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"leavesOut","type":"boolean","description":"Also where people know no other way to sign in; the last admin who can sign in is never left out.","default":false},
    ],
  },
  "provider.list": {
    summary: "List the providers through which people sign in, the oldest first.",
    params: [],
    fields: [
    ],
  },
  "provider.test": {
    summary: "Ask a provider what it says of itself, and say in words what would not work.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "provider.update": {
    summary: "Change a provider; for another issuer, add another provider, since it knows people by other names.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"name","type":"string","description":"As people know it: it stands on the button."},
      {"name":"clientId","type":"string","description":"What the provider calls this server."},
      {"name":"clientSecret","type":"string","nullable":true,"description":"What the provider gave with the client id. It is kept, and never shown again."},
      {"name":"scopes","type":"string","array":true,"description":"What is asked for beside `openid`."},
      {"name":"groupsClaim","type":"string","nullable":true,"description":"The claim that lists somebody’s groups, such as `groups` or `realm_access.roles`; null: groups give nothing."},
      {"name":"mappings","type":"json","array":true,"shorthand":"group","parts":["group","role","teams"],"description":"What each group gives: a role, teams. The highest role wins; what a group gave goes when the group goes."},
      {"name":"createPeople","type":"boolean","description":"Whether whoever signs in there and is not known here becomes a person here."},
      {"name":"emailDomains","type":"string","array":true,"description":"Of which verified addresses somebody new is let in; none: of all."},
    ],
  },
  "request.create": {
    summary: "Ask somebody: a question, a decision among options, a proposal of many operations to accept at once, a handoff, or an exception.",
    params: [],
    fields: [
      {"name":"kind","type":"string","enum":["question","decision","proposal","handoff","exception"],"required":true},
      {"name":"to","type":"string","description":"A participant (id, name, e-mail address), a team (`team:KEY`), or a role (`role:admin`); the item’s owner unless stated."},
      {"name":"item","type":"string","description":"What it is about."},
      {"name":"text","type":"string","required":true,"description":"What is asked, in a sentence or two."},
      {"name":"blocking","type":"boolean","description":"Whether the work stands still until it is answered; so for questions and decisions unless stated."},
      {"name":"due","type":"string","description":"When an answer is needed."},
      {"name":"options","type":"string","array":true,"description":"Question: the answers to choose from. Decision: the options, each with what follows from it."},
      {"name":"default","type":"string","description":"Question: what holds when nobody answers until `due`."},
      {"name":"done","type":"string","description":"Handoff: what is done so far."},
      {"name":"remaining","type":"string","description":"Handoff: what remains."},
      {"name":"risks","type":"string","description":"Handoff: what may go wrong."},
      {"name":"expected","type":"string","description":"Handoff: the output that is expected."},
      {"name":"artifacts","type":"string","array":true,"description":"Handoff: artifacts that help."},
      {"name":"class","type":"string","enum":["blocked","failed","lost","stalled","looping","overrun","out_of_scope","conflict","policy","external"],"description":"Exception: what kind of trouble."},
      {"name":"severity","type":"string","enum":["low","medium","high"],"description":"Exception: how bad."},
      {"name":"needed","type":"string","description":"Exception: what somebody must supply."},
      {"name":"operations","type":"json","array":true,"parts":["operation","input","ifMatch"],"description":"Proposal: what shall be done, in order, all of it or nothing; a step may refer to what one before it made."},
      {"name":"recommendation","type":"json","description":"Decision: the option that is recommended, by its id or text, and why."},
      {"name":"recommendation.option","type":"string"},
      {"name":"recommendation.reason","type":"string"},
      {"name":"decisionKind","type":"string","description":"Decision: its kind, such as `vendor` or `hire`; rules may name it."},
      {"name":"amount","type":"number","description":"Decision: how much it is about, in the currency of the workspace."},
      {"name":"reversible","type":"boolean","description":"Decision: whether it can be undone."},
      {"name":"onSilence","type":"string","enum":["keep_asking"],"description":"Decision: the option that holds when nobody has decided by `due`, or `keep_asking`, as unless stated."},
      {"name":"blind","type":"boolean","description":"Decision: keep the recommendation back until whoever decides has judged by themselves."},
      {"name":"roles","type":"json","description":"Decision: who else has a part in it. Who decides follows from the rules, the rights of the item and its owner."},
      {"name":"roles.recommend","type":"string","nullable":true,"description":"Who recommends."},
      {"name":"roles.agree","type":"string","array":true,"description":"Who must agree, or say why not, before the choice counts."},
      {"name":"roles.perform","type":"string","nullable":true,"description":"Who carries it out."},
      {"name":"roles.input","type":"string","array":true,"description":"Whose input is asked for and kept."},
      {"name":"roles.decide","type":"string","nullable":true,"description":"Who decides."},
    ],
  },
  "request.forward": {
    summary: "Escalate a request: pass it on to somebody who is better placed to answer, with the reason.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"to","type":"string","required":true,"description":"A participant (id, name, e-mail address), a team (`team:KEY`), or a role (`role:admin`)."},
      {"name":"reason","type":"string","required":true},
    ],
  },
  "request.get": {
    summary: "Read one request.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "request.list": {
    summary: "List requests, newest first.",
    params: [],
    fields: [
      {"name":"item","type":"string","description":"An id, or a key such as OPS-12."},
      {"name":"kind","type":"string","enum":["question","decision","proposal","handoff","review","exception"]},
      {"name":"state","type":"string","enum":["open","answered","declined","withdrawn","expired"]},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "request.preview": {
    summary: "See what a proposal would do if you accepted it now, step by step; nothing is written.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"steps","type":"integer","array":true,"description":"Only these steps; all unless stated."},
      {"name":"edits","type":"json","array":true,"parts":["step","input"],"description":"Steps as they would be edited, each with its whole input."},
    ],
  },
  "request.respond": {
    summary: "Answer a request, in the way that its kind asks for.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"answer","type":"string","description":"Question: the answer."},
      {"name":"choice","type":"string","description":"Decision: one of the options, by its id or text. Where the recommendation is kept back, the first one shows it; where rules want several to choose the same, it counts once enough have."},
      {"name":"agree","type":"boolean","description":"Decision, where you must agree: yes, or no with a reason."},
      {"name":"input","type":"string","description":"Decision, where your input is asked for."},
      {"name":"accept","type":"boolean","description":"Handoff, proposal: yes or no."},
      {"name":"verdicts","type":"json","array":true,"parts":["criterion","verdict","reason"],"description":"Review: a verdict for each required criterion; a fail says why."},
      {"name":"resolution","type":"string","enum":["retry","reassign","rescope","split","waive","cancel","fixed"],"description":"Exception: what is done about it."},
      {"name":"assignee","type":"string","description":"Exception, with `reassign`: who shall do it."},
      {"name":"steps","type":"integer","array":true,"description":"Proposal: accept only these steps, by number from 1; what they refer to must be among them."},
      {"name":"edits","type":"json","array":true,"parts":["step","input"],"description":"Proposal: steps that shall be done otherwise, each with its whole input as it shall be."},
      {"name":"reason","type":"string"},
      {"name":"dwell","type":"integer","description":"Seconds that you looked at it before answering: how much attention it took, and whether it was read."},
    ],
  },
  "request.see": {
    summary: "Say that you have looked at a request: the first look is kept, so that thinking and waiting can be told apart.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "request.withdraw": {
    summary: "Take back a request that needs no answer any longer.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"reason","type":"string"},
    ],
  },
  "retention.get": {
    summary: "Read how long contents are kept once their work has ended.",
    params: [],
    fields: [
    ],
  },
  "retention.set": {
    summary: "Say how long contents of artifacts are kept once all work that they are evidence of has ended.",
    params: [],
    fields: [
      {"name":"artifacts","type":"integer","required":true,"nullable":true,"description":"Days; null keeps them for ever."},
    ],
  },
  "run.activities": {
    summary: "What the executor of a run said they were doing, newest first, as the ledger has it.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "run.deliver": {
    summary: "Hand the work over for review, with evidence for every required criterion.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"fence","type":"integer","required":true,"description":"The fence that the claim gave; an older one changes nothing."},
      {"name":"summary","type":"string","required":true,"description":"What was done, for whoever verifies it."},
      {"name":"evidence","type":"json","array":true,"shorthand":"criterion","parts":["criterion","artifact","text","url","name"]},
    ],
  },
  "run.fail": {
    summary: "Say that you could not do it, and why: a proper ending, which the owner learns of.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"fence","type":"integer","required":true,"description":"The fence that the claim gave; an older one changes nothing."},
      {"name":"reason","type":"string","required":true},
    ],
  },
  "run.heartbeat": {
    summary: "Say that the work goes on: renews the lease and hears what waits to be told.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"fence","type":"integer","required":true,"description":"The fence that the claim gave; an older one changes nothing."},
      {"name":"progress","type":"number","description":"From 0 to 1."},
      {"name":"usage","type":"json","description":"Totals of this run so far."},
      {"name":"usage.tokens","type":"integer"},
      {"name":"usage.cost","type":"number"},
      {"name":"usage.currency","type":"string","description":"Refused where the workspace counts in another."},
      {"name":"usage.minutes","type":"number"},
      {"name":"usage.models","type":"json","array":true,"parts":["model","inputTokens","outputTokens"],"description":"Every model that this run has used; tokens and cost follow from the price table (`price.list`)."},
    ],
  },
  "run.list": {
    summary: "Attempts at work, live and ended, newest first: who did what, how far they came and how it ended.",
    params: [],
    fields: [
      {"name":"item","type":"string","description":"Only attempts at this item."},
      {"name":"executor","type":"string","description":"Only theirs: an id, name, e-mail address or `me`."},
      {"name":"live","type":"boolean","description":"Only those that live, or only those that have ended."},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "run.message": {
    summary: "Tell whoever works on something a word: they hear it with their next heartbeat.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"text","type":"string","required":true},
    ],
  },
  "run.release": {
    summary: "Give the work back unfinished; its owner, the executor’s sponsor or an admin may take it back without a fence.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"fence","type":"integer","description":"Wanted from the executor."},
      {"name":"reason","type":"string"},
    ],
  },
  "run.report": {
    summary: "Say what is being done now: kept in the history, and renews the lease like a heartbeat.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"fence","type":"integer","required":true,"description":"The fence that the claim gave; an older one changes nothing."},
      {"name":"progress","type":"number","description":"From 0 to 1."},
      {"name":"usage","type":"json","description":"Totals of this run so far."},
      {"name":"usage.tokens","type":"integer"},
      {"name":"usage.cost","type":"number"},
      {"name":"usage.currency","type":"string","description":"Refused where the workspace counts in another."},
      {"name":"usage.minutes","type":"number"},
      {"name":"usage.models","type":"json","array":true,"parts":["model","inputTokens","outputTokens"],"description":"Every model that this run has used; tokens and cost follow from the price table (`price.list`)."},
      {"name":"activity","type":"string","required":true,"description":"What is being done, in a sentence."},
    ],
  },
  "run.stop": {
    summary: "Stop a run at once: its executor can write nothing more, learns who stopped it and why, and the work is ready again.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"reason","type":"string","required":true,"description":"Why, for the executor and for whoever does the work next."},
    ],
  },
  "run.use_tool": {
    summary: "Ask to use a tool whose effect Coact does not see; an agent’s use waits until somebody approves it.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"fence","type":"integer","required":true,"description":"The fence that the claim gave; an older one changes nothing."},
      {"name":"title","type":"string","required":true,"description":"What shall be done, in a sentence."},
      {"name":"tool","type":"string","required":true,"description":"The kind of tool, such as `edit`, `delete` or `execute`."},
      {"name":"call","type":"string","required":true,"description":"What tells this use from every other one of the run."},
      {"name":"given","type":"string","description":"What the tool is given, as it is given."},
      {"name":"places","type":"string","array":true,"description":"The files or addresses it is about."},
    ],
  },
  "sample.create": {
    summary: "Make a small organisation with work in all states to try Coact with; `sample.remove` takes it all away.",
    params: [],
    fields: [
    ],
  },
  "sample.remove": {
    summary: "Take the sample away at once, with everything that was put into its team; the ledger alone remembers it.",
    params: [],
    fields: [
    ],
  },
  "search.query": {
    summary: "Find work, comments, artifacts, people and teams by words, or an item by its key; the best match first.",
    params: [],
    fields: [
      {"name":"q","type":"string","required":true,"description":"Words, the last one possibly unfinished; \"quoted\" for a phrase, -word to leave out, or for either."},
      {"name":"limit","type":"integer","default":20},
    ],
  },
  "session.create": {
    summary: "Sign in with an e-mail address and a password.",
    params: [],
    fields: [
      {"name":"email","type":"string","required":true},
      {"name":"password","type":"string","required":true},
    ],
  },
  "session.create_with_passkey": {
    summary: "Sign in with a passkey: send what your browser signed.",
    params: [],
    fields: [
      {"name":"response","type":"json","required":true,"description":"What `navigator.credentials.get` gave, as `toJSON` writes it."},
      {"name":"response.id","type":"string"},
      {"name":"response.rawId","type":"string"},
      {"name":"response.type","type":"string","enum":["public-key"]},
      {"name":"response.response","type":"json"},
    ],
  },
  "session.end": {
    summary: "Sign out: the session that you call with ends at once.",
    params: [],
    fields: [
    ],
  },
  "session.list": {
    summary: "List where you, or somebody else, are signed in.",
    params: [],
    fields: [
      {"name":"participant","type":"string","description":"An id, a name, an e-mail address, or `me`.","default":"me"},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "session.passkey_options": {
    summary: "Get what a browser needs to sign somebody in with a passkey, good once and for five minutes.",
    params: [],
    fields: [
    ],
  },
  "session.revoke": {
    summary: "Sign a browser out at once: one of yours, or as an admin anybody’s.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "session.revoke_others": {
    summary: "Sign out everywhere else: all of your sessions end but the one that you call with.",
    params: [],
    fields: [
    ],
  },
  "setup.complete": {
    summary: "Use a set-up link: choose your name, e-mail address and how you sign in, and be signed in.",
    params: [],
    fields: [
      {"name":"token","type":"string","required":true,"description":"What stands behind the # of the link."},
      {"name":"name","type":"string","required":true},
      {"name":"email","type":"string","required":true},
      {"name":"password","type":"string","description":"This, a passkey, or both."},
      {"name":"passkey","type":"json","description":"What `navigator.credentials.create` gave, as `toJSON` writes it."},
      {"name":"passkey.id","type":"string"},
      {"name":"passkey.rawId","type":"string"},
      {"name":"passkey.type","type":"string","enum":["public-key"]},
      {"name":"passkey.response","type":"json"},
      {"name":"passkeyName","type":"string","description":"Where it is, such as “My phone”.","default":"First passkey"},
    ],
  },
  "setup.passkey_options": {
    summary: "Get what a browser needs to make the passkey with which whoever has a set-up link will sign in.",
    params: [],
    fields: [
      {"name":"token","type":"string","required":true,"description":"What stands behind the # of the link."},
      {"name":"name","type":"string","required":true},
      {"name":"email","type":"string","required":true},
    ],
  },
  "sign_in.methods": {
    summary: "Tell how people sign in here, before they have.",
    params: [],
    fields: [
    ],
  },
  "snapshot.get": {
    summary: "Read all open work in one answer, and the position from which the feed goes on.",
    params: [],
    fields: [
      {"name":"items","type":"string","array":true,"description":"Only these items, ended ones too; one that does not exist is left out."},
    ],
  },
  "stop.create": {
    summary: "Stop one agent, the agents of a team, or all: their runs end at once and they may do nothing until it is lifted.",
    params: [],
    fields: [
      {"name":"participant","type":"string","description":"One agent."},
      {"name":"team","type":"string","description":"The agents of a team and of the teams below it, by id or key."},
      {"name":"workspace","type":"boolean","description":"All agents."},
      {"name":"reason","type":"string","required":true,"description":"Why: the agents are told, and so is whoever asks what they do."},
    ],
  },
  "stop.lift": {
    summary: "Lift a stop: the agents that no other one covers may claim work again. What they held stays taken from them.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"reason","type":"string"},
    ],
  },
  "stop.list": {
    summary: "List the stops of agents, the newest first.",
    params: [],
    fields: [
      {"name":"live","type":"boolean","description":"Only those in force, or only those that were lifted."},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "task.cancel": {
    summary: "Take back a task that you began, as long as nobody has begun to work on it; after that, ask its owner to cancel it.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true},
      {"name":"reason","type":"string"},
    ],
  },
  "task.get": {
    summary: "Read a task that you began by a message: where it stands, what was said, and what was delivered.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"The id of the task, which is that of its item."},
    ],
  },
  "task.list": {
    summary: "The tasks that you began by messages, newest first.",
    params: [],
    fields: [
      {"name":"context","type":"string","description":"Only those of one conversation."},
      {"name":"state","type":"string","enum":["submitted","working","input_required","auth_required","completed","canceled","rejected"]},
      {"name":"after","type":"string","description":"Only those that changed at that time or later."},
      {"name":"contents","type":"boolean","description":"With what was delivered.","default":false},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "task.push": {
    summary: "Be told of a task at an address, whenever it stands differently.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true},
      {"name":"push","type":"string","description":"Its name; one of the same name is replaced."},
      {"name":"url","type":"string","required":true,"description":"Only https, and not into a private network."},
      {"name":"token","type":"string","description":"Sent with each notification as X-A2A-Notification-Token.","default":""},
      {"name":"scheme","type":"string","description":"How notifications sign in, such as Bearer."},
      {"name":"credentials","type":"string","description":"What is sent after the scheme.","default":""},
    ],
  },
  "task.pushes": {
    summary: "Where you are told of a task.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true},
    ],
  },
  "task.send": {
    summary: "Send a message as A2A has it: it becomes work in a team’s intake, or answers and comments on the task that it continues.",
    params: [],
    fields: [
      {"name":"message","type":"json","required":true},
      {"name":"message.messageId","type":"string","description":"Its sender’s name for it: the same one twice is one message."},
      {"name":"message.contextId","type":"string","description":"The conversation that it belongs to."},
      {"name":"message.taskId","type":"string","description":"The task that it continues; without one it is new work."},
      {"name":"message.parts","type":"json","array":true,"parts":["text","url","raw","data","filename","mediaType"]},
      {"name":"message.metadata","type":"json"},
      {"name":"team","type":"string","description":"Whose intake, by id or key; your own first team unless stated."},
    ],
  },
  "task.unpush": {
    summary: "Be told of a task at an address no longer.",
    params: ["id","push"],
    fields: [
      {"name":"id","type":"string","required":true},
      {"name":"push","type":"string","required":true},
    ],
  },
  "team.add_member": {
    summary: "Make a participant a member of a team.",
    params: ["id","participant"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id or a key."},
      {"name":"participant","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "team.create": {
    summary: "Make a team; its key begins the keys of its items.",
    params: [],
    fields: [
      {"name":"name","type":"string","required":true},
      {"name":"key","type":"string","required":true,"description":"Begins the keys of its items, as OPS in OPS-12; it cannot be changed later."},
      {"name":"parent","type":"string","nullable":true,"description":"The larger team that this is a part of."},
      {"name":"lead","type":"string","nullable":true,"description":"A human who may change the team and hand out its work."},
    ],
  },
  "team.get": {
    summary: "Read one team.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id or a key."},
    ],
  },
  "team.list": {
    summary: "List the teams, the oldest first.",
    params: [],
    fields: [
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "team.remove_member": {
    summary: "End a membership; whoever is in no team works for every team.",
    params: ["id","participant"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id or a key."},
      {"name":"participant","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "team.update": {
    summary: "Rename a team, give it another lead, or move it under another team.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id or a key."},
      {"name":"name","type":"string"},
      {"name":"lead","type":"string","nullable":true,"description":"A human who may change the team and hand out its work."},
      {"name":"parent","type":"string","nullable":true,"description":"The larger team; null for none."},
    ],
  },
  "token.create": {
    summary: "Make a token with which an agent, a system or a person calls Coact.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
      {"name":"name","type":"string","required":true,"description":"Where it is used, so that you know later which one to revoke."},
      {"name":"expiresAt","type":"string","nullable":true,"description":"Does not expire by itself unless stated."},
      {"name":"scopes","type":"string","array":true,"description":"What it may be used for: operations (`item.create`), areas (`item.*`), or `read`, `work`, `manage`, `admin`, `scim`. All that its participant may, unless stated."},
      {"name":"teams","type":"string","array":true,"description":"The teams, by id or key, that it is kept to, with those below them. Every team, unless stated."},
    ],
  },
  "token.list": {
    summary: "List a participant's tokens and sessions that are not revoked.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "token.revoke": {
    summary: "End a token or a session at once.",
    params: ["id","token"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
      {"name":"token","type":"string","required":true,"description":"The token's id, not its text."},
    ],
  },
  "view.create": {
    summary: "Save a way to look at the work, for yourself, a team or everybody.",
    params: [],
    fields: [
      {"name":"name","type":"string","required":true},
      {"name":"layout","type":"string","enum":["board","list","table","graph","timeline"],"required":true},
      {"name":"filter","type":"string","description":"Which work it shows, as it is typed into the filter; empty for all of it.","default":""},
      {"name":"group","type":"string","nullable":true,"description":"What the rows are grouped by, such as state or owner."},
      {"name":"sort","type":"string","nullable":true,"description":"What the rows are ordered by, such as priority or due."},
      {"name":"team","type":"string","nullable":true,"description":"An id or a key: its members see the view as well."},
      {"name":"shared","type":"boolean","description":"Whether the whole workspace sees it.","default":false},
    ],
  },
  "view.delete": {
    summary: "Delete a saved view; the work that it shows stays as it is.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "view.list": {
    summary: "List the saved views that you see, the oldest first: your own, your teams’ and everybody’s.",
    params: [],
    fields: [
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "view.update": {
    summary: "Change a saved view, or whom it is shared with.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"name","type":"string"},
      {"name":"layout","type":"string","enum":["board","list","table","graph","timeline"]},
      {"name":"filter","type":"string","description":"Which work it shows, as it is typed into the filter; empty for all of it."},
      {"name":"group","type":"string","nullable":true,"description":"What the rows are grouped by, such as state or owner."},
      {"name":"sort","type":"string","nullable":true,"description":"What the rows are ordered by, such as priority or due."},
      {"name":"team","type":"string","nullable":true,"description":"An id or a key: its members see the view as well."},
      {"name":"shared","type":"boolean","description":"Whether the whole workspace sees it."},
    ],
  },
  "webhook.create": {
    summary: "Send what happens to an address: signed, in order for each item, tried again for three days.",
    params: [],
    fields: [
      {"name":"name","type":"string","required":true,"description":"What it is for."},
      {"name":"url","type":"string","required":true,"description":"Where to send: an https address; http only for this machine itself. Private networks need COACT_PRIVATE_HOSTS."},
      {"name":"carries","type":"string","enum":["events","assignments"],"description":"`assignments`: the work that is assigned or offered to `participant`, with its brief and a token for an hour.","default":"events"},
      {"name":"participant","type":"string","description":"Only what they may see is sent; of assignments, whose work it is. You, unless stated."},
      {"name":"types","type":"string","array":true,"description":"Types of events such as `item.claimed`, or whole areas such as `item.`; none: all."},
      {"name":"filter","type":"json","description":"What else a fact has to fit."},
      {"name":"filter.team","type":"string","nullable":true,"description":"Only what is about work of this team: an id or key."},
      {"name":"filter.item","type":"string","nullable":true,"description":"Only what is about this item."},
      {"name":"filter.actor","type":"string","nullable":true,"description":"Only what this participant did: an id or name."},
    ],
  },
  "webhook.delete": {
    summary: "Remove a webhook, with what waits, its dead letters and its attempts.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "webhook.deliveries": {
    summary: "List what was sent to a webhook, the newest first: every attempt with its time, status and error.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"state","type":"string","enum":["pending","delivered","dead","skipped"],"description":"`dead`: the dead letters."},
      {"name":"item","type":"string","description":"An id, or a key such as OPS-12."},
      {"name":"limit","type":"integer","description":"How many at most.","default":50},
      {"name":"cursor","type":"string","description":"`next` of the page before."},
    ],
  },
  "webhook.get": {
    summary: "Read one webhook; its secret is never shown again.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "webhook.list": {
    summary: "List the webhooks, the oldest first, with what waits and what was given up.",
    params: [],
    fields: [
    ],
  },
  "webhook.replay": {
    summary: "Send dead letters again, or any deliveries by their ids; each keeps its `webhook-id`.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"deliveries","type":"string","array":true,"description":"All dead letters, unless stated."},
    ],
  },
  "webhook.rotate": {
    summary: "Give a webhook a new secret; until the old one ends, deliveries carry a signature of each.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"keepHours","type":"integer","description":"Hours for which the old secret stays valid; both sign until then.","default":24},
    ],
  },
  "webhook.test": {
    summary: "Send a test to a webhook, like any delivery; its attempts say how it went.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
    ],
  },
  "webhook.update": {
    summary: "Change a webhook, or switch it off and on: what happened meanwhile is sent then, nothing is lost.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"name","type":"string","description":"What it is for."},
      {"name":"url","type":"string","description":"Where to send: an https address; http only for this machine itself. Private networks need COACT_PRIVATE_HOSTS."},
      {"name":"types","type":"string","array":true,"description":"Types of events such as `item.claimed`, or whole areas such as `item.`; none: all."},
      {"name":"filter","type":"json","description":"What else a fact has to fit."},
      {"name":"filter.team","type":"string","nullable":true,"description":"Only what is about work of this team: an id or key."},
      {"name":"filter.item","type":"string","nullable":true,"description":"Only what is about this item."},
      {"name":"filter.actor","type":"string","nullable":true,"description":"Only what this participant did: an id or name."},
      {"name":"active","type":"boolean","description":"Whether it sends."},
    ],
  },
  "work.claim": {
    summary: "Take the next ready item that you are able to do, under a lease, with everything needed to do it.",
    params: [],
    fields: [
      {"name":"item","type":"string","description":"Without it, the next ready item that you are able to do: by priority, then age."},
      {"name":"team","type":"string","description":"Only this team's work."},
      {"name":"skills","type":"string","array":true,"description":"Only work that needs no other skills than these of yours."},
      {"name":"lease","type":"integer","description":"Seconds until the claim ends unless renewed; people have no lease.","default":300},
      {"name":"maxTokens","type":"integer","description":"The most that the brief may take, at three bytes of JSON a token: what matters least is left out."},
    ],
  },
  "workspace.update": {
    summary: "Name the workspace, as people see it on every page, or say in which currency it counts.",
    params: [],
    fields: [
      {"name":"name","type":"string"},
      {"name":"currency","type":"string","description":"After ISO 4217; amounts that are there already are not converted."},
    ],
  },
};
