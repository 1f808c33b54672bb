import type { Route } from '../../platform/index.ts';
import { Forbidden } from '../../platform/index.ts';

/** All that whoever came by a personal link may ask: to report, to tell, and to follow what is theirs. No list of colleagues. */
const forGuests: ReadonlySet<string> = new Set([
  'getMe',
  'changeMe',
  'listWhoToCall',
  'listConfidentialAdvisers',
  'listLocations',
  'getMatrix',
  'listVocabularies',
  'reportIncident',
  'registerDevice',
  'saveDraft',
  'listDrafts',
  'openDraft',
  'discardDraft',
  'workSummary',
  'myIncidents',
  'myIncident',
  'giveAccount',
  'declineAccount',
  'addAddendum',
  'addDetails',
  'readWithdrawal',
  'withdrawReport',
  'takeBackWithdrawal',
  'readQuestions',
  'answerQuestion',
  'mySummary',
  'answerSummary',
  'readSeries',
  'addToSeries',
  'takeBackFromSeries',
  'readForwarding',
  'makeForwardingAddress',
  'endForwardingAddress',
  'noteSignal',
  'undoNote',
  'addToNote',
  'listNotes',
  'listNoteQuestions',
  'answerNoteQuestion',
  'listAttachments',
  'startAttachment',
  'sendAttachmentPiece',
  'completeAttachment',
  'cancelAttachment',
  'viewAttachment',
  'attachmentThumbnail',
  'listNotifications',
  'countUnreadNotifications',
  'markNotificationRead',
  'markAllNotificationsRead',
  'signOut',
]);

/** The same routes, of which a guest passes only these. What is not named here is closed to them, also what comes later. */
export function narrowForGuests(routes: readonly Route[]): Route[] {
  return routes.map((route) => {
    const { descriptor, handle } = route;
    if (descriptor.access !== 'session' || forGuests.has(descriptor.name)) return route;
    return {
      descriptor,
      handle: async (call) => {
        if (call.session['method'] === 'guest_link') throw new Forbidden('a guest');
        return handle(call);
      },
    };
  });
}
