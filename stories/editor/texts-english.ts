/* Texts of the editor's page in English. */
import type { Texts } from './texts-chinese.js';

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

export const english: Texts = {
  title: 'Agency editor',
  lead: 'Paste the text of your office’s own page and check it. You get the agency.json that the elements show. The text stays in this browser; nothing is uploaded.',

  paste: 'Paste the text of your office’s page here',
  pasteHint:
    'Overview, duties, links and contact details can be pasted together. Copy them from a web page or from Word; HTML source or an existing agency.json will do, too.',
  read: 'Read the text',
  file: 'Choose a file',
  fileHint: 'An .html, .txt or .json file. You can also drop it on the page.',
  sample: 'Fill in an example',
  blank: 'Start with nothing',
  more: 'Paste more text',
  moreHint:
    'For example the duties or links from another page. They are added after what is there; an agency.json replaces it, which you can undo.',
  cancel: 'Cancel',

  problems: {
    nothing: 'There is no text. Copy the text of a page first, then paste it here.',
    json: (fault) => `This is JSON with a mistake. ${fault}`,
    agency: 'This is JSON, but no agency: it has no name, no duties and nothing else known here.',
    office: (name) =>
      `“${name}” is a Word, WPS or PDF file, which cannot be read here. Open it, select and copy everything, and paste it into the field above.`,
  },

  toolbar: 'Tools',
  undo: 'Undo',
  redo: 'Redo',
  clear: 'Clear all',
  edit: 'Edit',
  preview: 'Preview',
  panels: 'Show',

  review: 'Check the text',
  reviewHint:
    'What each passage is, is a guess: correct it where it is wrong. Editing works as in Word: Enter splits a passage, Backspace at its start joins it to the one before, Shift+Enter begins a new line, Alt+↑ or ↓ moves it.',
  orders: 'Order',
  order: { text: 'As in the text', fields: 'By field' },
  is: (place) => `Passage ${String(place)} is`,
  text: (place, role) => `Passage ${String(place)}, ${role}`,
  linkAddress: 'Address of the link',
  from: 'Taken from: ',
  fromWhole: 'The same as a whole passage of the text.',
  tools: (place) => `Tools of passage ${String(place)}`,
  parts: {
    up: 'Move up',
    down: 'Move down',
    split: 'Split at the cursor',
    merge: 'Join to the one before',
    remove: 'Delete',
  },
  drag: 'Drag to move',
  unused: (count) => `Text that is not used (${plural(count, 'passage')})`,
  unusedHint: 'It is not shown on the page, and not lost. To use a passage, say what it is.',
  addPassage: 'Add a passage',
  add: (role) => `Add: ${role}`,

  roles: {
    name: 'Name',
    category: 'Category',
    status: 'Legal standing',
    level: 'Level',
    summary: 'Summary',
    overview: 'Overview',
    preamble: 'Text before the duties',
    duty: 'Duty',
    ranks: 'Ranks',
    'link-group': 'Group of links',
    link: 'Link',
    url: 'Official site',
    telephone: 'Telephone',
    address: 'Address',
    'opening-hours': 'Opening hours',
    source: 'Source',
    'as-of': 'Checked on',
    unused: 'Not used',
  },
  roleHints: {
    name: 'The full official name.',
    category: 'How a directory lists it. May stay empty.',
    status: 'For example “non-ministerial department”.',
    level: 'The administrative level. May stay empty.',
    summary: 'One paragraph: what the office is and does.',
    overview: 'About the office, one passage for each paragraph.',
    preamble: 'What stands before the list of duties.',
    duty: 'One passage for each duty. Its first sentence is the title. Numbers such as 1. are kept.',
    ranks: 'An outline of the ranks, highest first. Offices without ranks leave it empty.',
    link: 'Name and address. For groups, add a group first and its links after it.',
    url: 'Begins with http:// or https://.',
    telephone: 'With the area code.',
  },

  facts: 'Source and date',
  factsHint:
    'Say where the text is from and when it was checked: then readers can check it themselves, and see when it is out of date.',
  asOf: 'Checked on',
  asOfHint: 'The day on which you last compared the text with its source.',
  today: (day) => `Use today (${day})`,
  sourceParts: {
    title: 'Title of the source',
    publisher: 'Publisher',
    date: 'Date of the source',
    url: 'Address of the source',
    note: 'Note',
  },
  sourceHints: {
    title: 'The title of the page or document.',
    publisher: 'For example the office itself.',
    date: 'For example 2026-11-29.',
    url: 'The address of that page.',
  },
  language: 'Language of the text',
  languageOf: (name) => `As the text suggests (${name})`,
  notAddress: 'Write a whole address that begins with http:// or https://.',
  notDay: 'The calendar has no such day. Write it as 2026-11-29.',

  check: 'Check',
  counts: ({ duties, tiers, ranks, links, overview }) =>
    [
      overview && plural(overview, 'overview paragraph'),
      duties && plural(duties, 'duty', 'duties'),
      ranks && `${plural(ranks, 'rank')} in ${plural(tiers, 'tier')}`,
      links && plural(links, 'link'),
    ]
      .filter(Boolean)
      .join(', ') || 'nothing yet',
  complete: 'Nothing is missing. Read the preview once more.',
  needed: 'To add or correct first',
  advised: 'Better added or checked',
  findings: {
    'no-name': 'There is no name',
    'no-level': 'There is no level (it may stay empty)',
    'no-status': 'There is no legal standing',
    'no-duties': 'There are no duties',
    'no-as-of': 'There is no date of the last check',
    'no-source': 'There is no source',
    'two-names': 'More than one passage is the name; only the first is used',
    'two-of': 'More than one passage is this; only the first is used',
    empty: 'This passage has no text',
    'no-address': 'The link has no address',
    'wrong-address': 'The address of the link does not begin with http:// or https://',
    'wrong-day': 'The day of the last check is not in the calendar',
    'future-day': 'The day of the last check is after today',
    'old-day': 'The last check is more than a year ago; check the text again',
    'unread-ranks': 'These ranks could not be read',
  },
  others: 'Other problems of the data',
  place: (place) => `Passage ${String(place)}`,

  noName: '(no name yet)',
  nothingToShow: 'Fill something in, and the elements appear here.',
  previewHint: 'The elements as they will be on a page. They follow while you type.',

  take: 'Take the data',
  takeHint:
    'Put agency.json on your site beside the files of the elements. Then choose elements and copy the code in the embed builder.',
  needsName: 'Fill in the name first.',
  downloadFile: 'Download agency.json',
  toBuilder: 'Continue in the embed builder',
  handoverFailed:
    'The browser does not let pages share data. Download agency.json and read it in the embed builder.',

  outcomes: {
    read: (counts) => `Read: ${counts}.`,
    opened: (counts) => `Opened: ${counts}.`,
    moved: (place) => `Moved: it is passage ${String(place)} now.`,
    first: 'It is the first passage already.',
    last: 'It is the last passage already.',
    split: 'Split in two.',
    noCursor: 'Place the cursor where the text of this passage is to be split.',
    merged: 'Joined to the passage before.',
    noMerge: 'There is no passage before it to join.',
    removed: 'Deleted. You can undo it.',
    role: (role) => `Changed to: ${role}.`,
    undone: 'Undone.',
    redone: 'Redone.',
    nothingToUndo: 'There is nothing to undo.',
    nothingToRedo: 'There is nothing to redo.',
    cleared: 'Cleared. You can undo it.',
    restored: 'What you had not finished last time is back.',
    downloaded: 'agency.json was downloaded.',
  },
  foreign:
    'Another tab has just changed this agency. If you go on here, that replaces what was done there.',
  takeForeign: 'Take what is there',
  keepOwn: 'Keep what is here',
  cannotStore:
    'The browser does not store the draft: it is lost when you close the page. Download agency.json in time.',
};
