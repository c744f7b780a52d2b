/** The texts of the page on which a person lets a client of MCP work here as one of their agents. */
export const connect = {
  title: (client: string) => `Connect ${client}`,
  lead: (client: string, host: string) =>
    `${client} wants to work here as one of your agents. If you did not just ask it to, say no. Your answer goes to ${host}.`,
  who: 'As which agent?',
  new: 'A new agent',
  newName: 'Its name',
  newNote: 'You answer for it. Everything it does stands in the ledger under this name.',
  scope: 'What it may do',
  scopeNote:
    'Never more than the agent may. You can end it at any time on the agent’s page; after 90 days it asks again.',
  all: 'everything that the agent may',
  yes: 'Connect',
  no: 'No',
  busy: 'One moment …',
  gone: 'This connection is over',
  goneNote:
    'It was answered already, took longer than 15 minutes, or began in another browser. Go back to your client and begin again.',
  leaving: 'Back to your client …',
};
