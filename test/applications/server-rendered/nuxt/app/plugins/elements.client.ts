import 'customs-widgets/duty-list/define';

export default defineNuxtPlugin(() => {});
