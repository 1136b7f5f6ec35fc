import 'customs-widgets/duty-list/define';
