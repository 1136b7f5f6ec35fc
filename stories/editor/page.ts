/* The editor of an agency: paste the text of an office, correct it, and keep it as JSON. */
document.querySelector('#editor')?.setAttribute('aria-busy', 'true');
