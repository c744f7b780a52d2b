import type { Operation } from './define.ts';
import { refuseToBoot } from './refuse-to-boot.ts';
import taskCancel from './a2a/cancel.ts';
import itemConversation from './a2a/conversation.ts';
import taskGet from './a2a/get.ts';
import taskList from './a2a/list.ts';
import taskPush from './a2a/push.ts';
import taskPushes from './a2a/pushes.ts';
import taskSend from './a2a/send.ts';
import taskUnpush from './a2a/unpush.ts';
import participantRemote from './a2a/remote/get.ts';
import participantRemotes from './a2a/remote/list.ts';
import participantPreviewRemote from './a2a/remote/preview.ts';
import participantRemoteCard from './a2a/remote/read-card.ts';
import participantRemoveRemote from './a2a/remote/remove.ts';
import participantSetRemote from './a2a/remote/set.ts';
import artifactCreate from './artifact/create.ts';
import artifactErase from './artifact/erase.ts';
import artifactGet from './artifact/get.ts';
import budgetGet from './budget/get.ts';
import budgetIncrease from './budget/increase.ts';
import budgetList from './budget/list.ts';
import budgetSet from './budget/set.ts';
import decisionGet from './decision/get.ts';
import decisionList from './decision/list.ts';
import eventAttribution from './event/attribution.ts';
import directoryLink from './directory/link.ts';
import directoryLinks from './directory/links.ts';
import eventChain from './event/chain.ts';
import eventGet from './event/get.ts';
import eventList from './event/list.ts';
import holdLift from './hold/lift.ts';
import holdList from './hold/list.ts';
import holdPlace from './hold/place.ts';
import checkReport from './check/report.ts';
import hookCreate from './hook/create.ts';
import hookDelete from './hook/delete.ts';
import hookList from './hook/list.ts';
import hookReceipts from './hook/receipts.ts';
import hookRotate from './hook/rotate.ts';
import hookUpdate from './hook/update.ts';
import importCreate from './import/create.ts';
import inboxList from './inbox/list.ts';
import intakeList from './intake/list.ts';
import intakeListed from './intake/listed.ts';
import intakeSet from './intake/set.ts';
import invitationCreate from './invitation/create.ts';
import invitationList from './invitation/list.ts';
import invitationRevoke from './invitation/revoke.ts';
import itemAssign from './item/assign.ts';
import itemBrief from './item/brief.ts';
import itemBriefMarkdown from './item/brief-markdown.ts';
import itemCancel from './item/cancel.ts';
import itemChildren from './item/children.ts';
import itemComment from './item/comment.ts';
import itemComments from './item/comments.ts';
import itemCommit from './item/commit.ts';
import itemCreate from './item/create.ts';
import itemDepend from './item/depend.ts';
import itemGet from './item/get.ts';
import itemHistory from './item/history.ts';
import itemList from './item/list.ts';
import itemMove from './item/move.ts';
import itemProv from './item/prov.ts';
import itemReadiness from './item/readiness.ts';
import itemReopen from './item/reopen.ts';
import itemShare from './item/share.ts';
import itemShares from './item/shares.ts';
import itemRights from './item/rights.ts';
import itemSetRights from './item/set-rights.ts';
import itemTakeOver from './item/take-over.ts';
import itemTriage from './item/triage.ts';
import itemUndepend from './item/undepend.ts';
import itemUnshare from './item/unshare.ts';
import itemUpdate from './item/update.ts';
import itemWithdraw from './item/withdraw.ts';
import ledgerCheckpoint from './ledger/checkpoint.ts';
import ledgerProof from './ledger/proof.ts';
import ledgerProv from './ledger/prov.ts';
import outcomeCreate from './outcome/create.ts';
import outcomeEnd from './outcome/end.ts';
import outcomeGet from './outcome/get.ts';
import outcomeList from './outcome/list.ts';
import outcomeMeasure from './outcome/measure.ts';
import outcomeUpdate from './outcome/update.ts';
import participantCreate from './participant/create.ts';
import participantDuties from './participant/duties.ts';
import participantGet from './participant/get.ts';
import participantInvite from './participant/invite.ts';
import participantList from './participant/list.ts';
import participantMe from './participant/me.ts';
import participantResetAccess from './participant/reset-access.ts';
import participantPseudonymise from './participant/pseudonymise.ts';
import participantRetire from './participant/retire.ts';
import participantSetAutonomy from './participant/set-autonomy.ts';
import participantSetEmail from './participant/set-email.ts';
import participantSignOut from './participant/sign-out.ts';
import participantUpdate from './participant/update.ts';
import passkeyList from './passkey/list.ts';
import passkeyRegisterOptions from './passkey/register-options.ts';
import passkeyRegister from './passkey/register.ts';
import passkeyRemove from './passkey/remove.ts';
import passkeyRename from './passkey/rename.ts';
import passwordChange from './password/change.ts';
import passwordReset from './password/reset.ts';
import policyGet from './policy/get.ts';
import policyList from './policy/list.ts';
import policyMatrix from './policy/matrix.ts';
import policyMay from './policy/may.ts';
import policyPlaces from './policy/places.ts';
import policySimulate from './policy/simulate.ts';
import policyUpdate from './policy/update.ts';
import priceList from './price/list.ts';
import priceSet from './price/set.ts';
import providerCreate from './provider/create.ts';
import providerDelete from './provider/delete.ts';
import providerList from './provider/list.ts';
import providerTest from './provider/test.ts';
import providerUpdate from './provider/update.ts';
import requestCreate from './request/create.ts';
import requestExpire from './request/expire.ts';
import requestForward from './request/forward.ts';
import requestGet from './request/get.ts';
import requestList from './request/list.ts';
import requestPreview from './request/preview.ts';
import requestRespond from './request/respond.ts';
import requestSee from './request/see.ts';
import requestWithdraw from './request/withdraw.ts';
import retentionGet from './retention/get.ts';
import retentionSet from './retention/set.ts';
import runActivities from './run/activities.ts';
import runDeliver from './run/deliver.ts';
import runExpire from './run/expire.ts';
import runFail from './run/fail.ts';
import runHeartbeat from './run/heartbeat.ts';
import runList from './run/list.ts';
import runLook from './run/look.ts';
import runMessage from './run/message.ts';
import runRelease from './run/release.ts';
import runReport from './run/report.ts';
import runStop from './run/stop.ts';
import runUseTool from './run/use-tool.ts';
import sampleCreate from './sample/create.ts';
import sampleRemove from './sample/remove.ts';
import searchQuery from './search/query.ts';
import sessionCreateWithPasskey from './session/create-with-passkey.ts';
import sessionCreate from './session/create.ts';
import sessionEnd from './session/end.ts';
import sessionList from './session/list.ts';
import sessionPasskeyOptions from './session/passkey-options.ts';
import sessionRevokeOthers from './session/revoke-others.ts';
import sessionRevoke from './session/revoke.ts';
import setupComplete from './setup/complete.ts';
import setupPasskeyOptions from './setup/passkey-options.ts';
import signInComplete from './sign-in/complete.ts';
import signInMethods from './sign-in/methods.ts';
import snapshotGet from './snapshot/get.ts';
import stopCreate from './stop/create.ts';
import stopLift from './stop/lift.ts';
import stopList from './stop/list.ts';
import teamAddMember from './team/add-member.ts';
import teamCreate from './team/create.ts';
import teamGet from './team/get.ts';
import teamList from './team/list.ts';
import teamRemoveMember from './team/remove-member.ts';
import teamUpdate from './team/update.ts';
import tokenCreate from './token/create.ts';
import tokenList from './token/list.ts';
import tokenRevoke from './token/revoke.ts';
import viewCreate from './view/create.ts';
import viewDelete from './view/delete.ts';
import viewList from './view/list.ts';
import viewUpdate from './view/update.ts';
import webhookCreate from './webhook/create.ts';
import webhookDelete from './webhook/delete.ts';
import webhookDeliveries from './webhook/deliveries.ts';
import webhookDisable from './webhook/disable.ts';
import webhookGet from './webhook/get.ts';
import webhookLendToken from './webhook/lend-token.ts';
import webhookList from './webhook/list.ts';
import webhookReplay from './webhook/replay.ts';
import webhookRotate from './webhook/rotate.ts';
import webhookTest from './webhook/test.ts';
import webhookUpdate from './webhook/update.ts';
import workClaim from './work/claim.ts';
import workspaceUpdate from './workspace/update.ts';

/** Every operation there is. What is not here has no door; what is here has all of them. */
export const operations: readonly Operation[] = refuseToBoot([
  taskCancel,
  itemConversation,
  taskGet,
  taskList,
  taskPush,
  taskPushes,
  taskSend,
  taskUnpush,
  artifactCreate,
  artifactErase,
  artifactGet,
  budgetGet,
  budgetIncrease,
  budgetList,
  budgetSet,
  checkReport,
  decisionGet,
  decisionList,
  eventAttribution,
  directoryLink,
  directoryLinks,
  eventChain,
  eventGet,
  eventList,
  holdLift,
  holdList,
  holdPlace,
  hookCreate,
  hookDelete,
  hookList,
  hookReceipts,
  hookRotate,
  hookUpdate,
  importCreate,
  inboxList,
  intakeList,
  intakeListed,
  intakeSet,
  invitationCreate,
  invitationList,
  invitationRevoke,
  itemAssign,
  itemBrief,
  itemBriefMarkdown,
  itemCancel,
  itemChildren,
  itemComment,
  itemComments,
  itemCommit,
  itemCreate,
  itemDepend,
  itemGet,
  itemHistory,
  itemList,
  itemMove,
  itemProv,
  itemReadiness,
  itemReopen,
  itemShare,
  itemShares,
  itemRights,
  itemSetRights,
  itemTakeOver,
  itemTriage,
  itemUndepend,
  itemUnshare,
  itemUpdate,
  itemWithdraw,
  ledgerCheckpoint,
  ledgerProof,
  ledgerProv,
  outcomeCreate,
  outcomeEnd,
  outcomeGet,
  outcomeList,
  outcomeMeasure,
  outcomeUpdate,
  participantCreate,
  participantDuties,
  participantGet,
  participantInvite,
  participantList,
  participantMe,
  participantResetAccess,
  participantPseudonymise,
  participantRetire,
  participantRemote,
  participantRemotes,
  participantRemoteCard,
  participantPreviewRemote,
  participantRemoveRemote,
  participantSetAutonomy,
  participantSetEmail,
  participantSignOut,
  participantSetRemote,
  participantUpdate,
  passkeyList,
  passkeyRegister,
  passkeyRegisterOptions,
  passkeyRemove,
  passkeyRename,
  passwordChange,
  passwordReset,
  policyGet,
  policyList,
  policyMatrix,
  policyMay,
  policyPlaces,
  policySimulate,
  policyUpdate,
  priceList,
  priceSet,
  providerCreate,
  providerDelete,
  providerList,
  providerTest,
  providerUpdate,
  requestCreate,
  requestExpire,
  requestForward,
  requestGet,
  requestList,
  requestPreview,
  requestRespond,
  requestSee,
  requestWithdraw,
  retentionGet,
  retentionSet,
  runActivities,
  runDeliver,
  runExpire,
  runFail,
  runHeartbeat,
  runList,
  runLook,
  runMessage,
  runRelease,
  runReport,
  runStop,
  runUseTool,
  sampleCreate,
  sampleRemove,
  searchQuery,
  sessionCreate,
  sessionCreateWithPasskey,
  sessionEnd,
  sessionList,
  sessionPasskeyOptions,
  sessionRevoke,
  sessionRevokeOthers,
  setupComplete,
  setupPasskeyOptions,
  signInComplete,
  signInMethods,
  snapshotGet,
  stopCreate,
  stopLift,
  stopList,
  teamAddMember,
  teamCreate,
  teamGet,
  teamList,
  teamRemoveMember,
  teamUpdate,
  tokenCreate,
  tokenList,
  tokenRevoke,
  viewCreate,
  viewDelete,
  viewList,
  viewUpdate,
  webhookCreate,
  webhookDelete,
  webhookDeliveries,
  webhookDisable,
  webhookGet,
  webhookLendToken,
  webhookList,
  webhookReplay,
  webhookRotate,
  webhookTest,
  webhookUpdate,
  workClaim,
  workspaceUpdate,
]);
