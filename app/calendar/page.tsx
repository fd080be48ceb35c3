import { CalendarPage } from '#components/CalendarPage.tsx';
import { calendarPage } from '#lib/views/calendar.ts';
import { pageRoute } from '../page-route.tsx';

const { Page, generateMetadata } = pageRoute(calendarPage, CalendarPage);

export { generateMetadata };
export default Page;
