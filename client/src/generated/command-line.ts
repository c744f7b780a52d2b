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
  "participant.get": {
    summary: "Read one participant.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
    ],
  },
  "participant.invite": {
    summary: "Make a link with which a person sets their name, e-mail address and password, once and within two days.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"An id, a name, an e-mail address, or `me`."},
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
    ],
  },
  "password.change": {
    summary: "Change your password; your other sessions end.",
    params: [],
    fields: [
      {"name":"current","type":"string","required":true},
      {"name":"password","type":"string","required":true,"description":"From 10 to 200 characters, and not the e-mail address."},
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
  "policy.may": {
    summary: "Ask whether somebody may do something with an item, why, and who would have to approve it.",
    params: [],
    fields: [
      {"name":"who","type":"string","description":"A participant by id, name, e-mail address, or `me`.","default":"me"},
      {"name":"action","type":"string","required":true,"description":"An operation, such as `run.deliver`."},
      {"name":"item","type":"string","description":"An id, or a key such as OPS-12."},
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
  "request.create": {
    summary: "Ask somebody: a question, a handoff for them to take over, or an exception that needs a decision.",
    params: [],
    fields: [
      {"name":"kind","type":"string","enum":["question","handoff","exception"],"required":true},
      {"name":"to","type":"string","description":"A participant (id, name, e-mail address), a team (`team:KEY`), or a role (`role:admin`); the item’s owner unless stated."},
      {"name":"item","type":"string","description":"What it is about."},
      {"name":"text","type":"string","required":true,"description":"What is asked, in a sentence or two."},
      {"name":"blocking","type":"boolean","description":"Whether the work stands still until it is answered; so for questions unless stated."},
      {"name":"due","type":"string","description":"When an answer is needed."},
      {"name":"options","type":"string","array":true,"description":"Question: the answers to choose from."},
      {"name":"default","type":"string","description":"Question: what holds when nobody answers until `due`."},
      {"name":"done","type":"string","description":"Handoff: what is done so far."},
      {"name":"remaining","type":"string","description":"Handoff: what remains."},
      {"name":"risks","type":"string","description":"Handoff: what may go wrong."},
      {"name":"expected","type":"string","description":"Handoff: the output that is expected."},
      {"name":"artifacts","type":"string","array":true,"description":"Handoff: artifacts that help."},
      {"name":"class","type":"string","enum":["blocked","failed","lost","stalled","looping","overrun","out_of_scope","conflict","policy","external"],"description":"Exception: what kind of trouble."},
      {"name":"severity","type":"string","enum":["low","medium","high"],"description":"Exception: how bad."},
      {"name":"needed","type":"string","description":"Exception: what somebody must supply."},
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
  "request.respond": {
    summary: "Answer a request, in the way that its kind asks for.",
    params: ["id"],
    fields: [
      {"name":"id","type":"string","required":true,"description":"A UUID."},
      {"name":"answer","type":"string","description":"Question: the answer."},
      {"name":"choice","type":"string","description":"Decision: one of the options."},
      {"name":"accept","type":"boolean","description":"Handoff, proposal: yes or no."},
      {"name":"verdicts","type":"json","array":true,"parts":["criterion","verdict","reason"],"description":"Review: a verdict for each required criterion; a fail says why."},
      {"name":"resolution","type":"string","enum":["retry","reassign","rescope","split","waive","cancel","fixed"],"description":"Exception: what is done about it."},
      {"name":"assignee","type":"string","description":"Exception, with `reassign`: who shall do it."},
      {"name":"edits","type":"json","description":"Proposal: what to change before accepting."},
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
      {"name":"usage.minutes","type":"number"},
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
      {"name":"usage.minutes","type":"number"},
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
  "session.end": {
    summary: "Sign out: the session that you call with ends at once.",
    params: [],
    fields: [
    ],
  },
  "setup.complete": {
    summary: "Use a set-up link: choose your name, e-mail address and password, and be signed in.",
    params: [],
    fields: [
      {"name":"token","type":"string","required":true,"description":"What stands behind the # of the link."},
      {"name":"name","type":"string","required":true},
      {"name":"email","type":"string","required":true},
      {"name":"password","type":"string","required":true,"description":"From 10 to 200 characters, and not the e-mail address."},
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
  "work.claim": {
    summary: "Take the next ready item that you are able to do, under a lease, with everything needed to do it.",
    params: [],
    fields: [
      {"name":"item","type":"string","description":"Without it, the next ready item that you are able to do: by priority, then age."},
      {"name":"team","type":"string","description":"Only this team's work."},
      {"name":"skills","type":"string","array":true,"description":"Only work that needs no other skills than these of yours."},
      {"name":"lease","type":"integer","description":"Seconds until the claim ends unless renewed; people have no lease.","default":300},
    ],
  },
  "workspace.update": {
    summary: "Name the workspace, as people see it on every page.",
    params: [],
    fields: [
      {"name":"name","type":"string","required":true},
    ],
  },
};
