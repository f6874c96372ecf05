/** The one question before a card's picture goes out of the station by any door. */
export { leaveOf as mayLeave } from '../episode/leave';
