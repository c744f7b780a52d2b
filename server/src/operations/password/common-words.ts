/** What the lists of leaked passwords begin with, in lower case, without the digits around it. Short enough to be read. */
export const commonWords: readonly string[] = `
  password passwort passwd pass passw secret geheim private admin administrator root user username guest login logon signin
  welcome willkommen bienvenue hello hallo letmein changeme default temp temporary test testing tester demo example sample
  master manager owner operator company office work account server system computer internet google facebook apple microsoft
  windows linux samsung iphone android amazon coact
  love iloveyou loveyou ilove lovely sweet honey baby angel princess prince queen king sunshine summer winter spring autumn
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december today forever freedom family friend friends mother father mommy daddy
  dragon monkey tiger lion shadow eagle falcon panther wolf horse butterfly flower rainbow cookie chocolate cheese banana
  football baseball basketball hockey soccer superman batman spiderman starwars pokemon naruto matrix ninja hunter ranger
  killer trustno whatever nothing access power money ginger pepper purple orange yellow silver golden diamond
  michael jordan jennifer jessica ashley daniel thomas charlie andrew george robert matthew joshua michelle nicole hannah
  maggie buster harley mustang ferrari corvette porsche mercedes yankees liverpool chelsea arsenal barcelona
  abc xyz qaz wsx zaq asd qwe
`
  .trim()
  .split(/\s+/);
