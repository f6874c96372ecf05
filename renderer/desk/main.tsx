/** The ILM desk: who hands material over, who answers for it, what the law says to it. A page of the console with screens of its own. */
import '../operator/early';
import { lazyRouteComponent } from '@tanstack/react-router';
import { startPage } from '../operator/page';

await startPage({
  cards: lazyRouteComponent(() => import('./cards'), 'CardsScreen'),
  card: lazyRouteComponent(() => import('./cards/CardScreen'), 'CardScreen'),
  hoaxes: lazyRouteComponent(() => import('./hoaxes'), 'HoaxesScreen'),
  partners: lazyRouteComponent(() => import('./partners'), 'PartnersScreen'),
  submissions: lazyRouteComponent(() => import('./submissions'), 'SubmissionsScreen'),
  submission: lazyRouteComponent(() => import('./submission'), 'SubmissionScreen'),
  partnersCalendar: lazyRouteComponent(() => import('./calendar'), 'CalendarScreen'),
  portal: lazyRouteComponent(() => import('./portal'), 'PortalScreen'),
  handIn: lazyRouteComponent(() => import('./hand-in'), 'HandInScreen'),
  rules: lazyRouteComponent(() => import('./rules'), 'RulesScreen'),
  fairness: lazyRouteComponent(() => import('./rules/fairness'), 'FairnessScreen'),
  preview: lazyRouteComponent(() => import('./preview'), 'PreviewScreen'),
  see: lazyRouteComponent(() => import('./see'), 'SeeScreen'),
  requests: lazyRouteComponent(() => import('./requests'), 'RequestsScreen'),
  contests: lazyRouteComponent(() => import('./contests'), 'ContestsScreen'),
  recalls: lazyRouteComponent(() => import('./recalls'), 'RecallsScreen'),
});
