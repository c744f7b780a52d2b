import type { Operation } from './define.ts';
import { refuseToBoot } from './refuse-to-boot.ts';
import artifactCreate from './artifact/create.ts';
import artifactGet from './artifact/get.ts';
import eventChain from './event/chain.ts';
import eventGet from './event/get.ts';
import eventList from './event/list.ts';
import importCreate from './import/create.ts';
import inboxList from './inbox/list.ts';
import itemAssign from './item/assign.ts';
import itemBrief from './item/brief.ts';
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
import itemReadiness from './item/readiness.ts';
import itemReopen from './item/reopen.ts';
import itemTakeOver from './item/take-over.ts';
import itemTriage from './item/triage.ts';
import itemUndepend from './item/undepend.ts';
import itemUpdate from './item/update.ts';
import itemWithdraw from './item/withdraw.ts';
import ledgerCheckpoint from './ledger/checkpoint.ts';
import ledgerProof from './ledger/proof.ts';
import outcomeCreate from './outcome/create.ts';
import outcomeEnd from './outcome/end.ts';
import outcomeGet from './outcome/get.ts';
import outcomeList from './outcome/list.ts';
import outcomeMeasure from './outcome/measure.ts';
import outcomeUpdate from './outcome/update.ts';
import participantCreate from './participant/create.ts';
import participantGet from './participant/get.ts';
import participantInvite from './participant/invite.ts';
import participantList from './participant/list.ts';
import participantMe from './participant/me.ts';
import participantRetire from './participant/retire.ts';
import participantSetAutonomy from './participant/set-autonomy.ts';
import participantUpdate from './participant/update.ts';
import passwordChange from './password/change.ts';
import policyGet from './policy/get.ts';
import policyList from './policy/list.ts';
import policyMay from './policy/may.ts';
import policyUpdate from './policy/update.ts';
import requestCreate from './request/create.ts';
import requestExpire from './request/expire.ts';
import requestForward from './request/forward.ts';
import requestGet from './request/get.ts';
import requestList from './request/list.ts';
import requestRespond from './request/respond.ts';
import requestSee from './request/see.ts';
import requestWithdraw from './request/withdraw.ts';
import runActivities from './run/activities.ts';
import runDeliver from './run/deliver.ts';
import runExpire from './run/expire.ts';
import runFail from './run/fail.ts';
import runHeartbeat from './run/heartbeat.ts';
import runList from './run/list.ts';
import runMessage from './run/message.ts';
import runRelease from './run/release.ts';
import runReport from './run/report.ts';
import runStop from './run/stop.ts';
import sampleCreate from './sample/create.ts';
import sampleRemove from './sample/remove.ts';
import searchQuery from './search/query.ts';
import sessionCreate from './session/create.ts';
import sessionEnd from './session/end.ts';
import setupComplete from './setup/complete.ts';
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
import workClaim from './work/claim.ts';
import workspaceUpdate from './workspace/update.ts';

/** Every operation there is. What is not here has no door; what is here has all of them. */
export const operations: readonly Operation[] = refuseToBoot([
  artifactCreate,
  artifactGet,
  eventChain,
  eventGet,
  eventList,
  importCreate,
  inboxList,
  itemAssign,
  itemBrief,
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
  itemReadiness,
  itemReopen,
  itemTakeOver,
  itemTriage,
  itemUndepend,
  itemUpdate,
  itemWithdraw,
  ledgerCheckpoint,
  ledgerProof,
  outcomeCreate,
  outcomeEnd,
  outcomeGet,
  outcomeList,
  outcomeMeasure,
  outcomeUpdate,
  participantCreate,
  participantGet,
  participantInvite,
  participantList,
  participantMe,
  participantRetire,
  participantSetAutonomy,
  participantUpdate,
  passwordChange,
  policyGet,
  policyList,
  policyMay,
  policyUpdate,
  requestCreate,
  requestExpire,
  requestForward,
  requestGet,
  requestList,
  requestRespond,
  requestSee,
  requestWithdraw,
  runActivities,
  runDeliver,
  runExpire,
  runFail,
  runHeartbeat,
  runList,
  runMessage,
  runRelease,
  runReport,
  runStop,
  sampleCreate,
  sampleRemove,
  searchQuery,
  sessionCreate,
  sessionEnd,
  setupComplete,
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
  workClaim,
  workspaceUpdate,
]);
