/* Shows documents of this folder in Storybook. On GitHub, the same files are read as they are. */

/** Pages of Storybook, which have the titles. */
const pages = import.meta.glob<string>('./*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Finds the address of the page that shows a document of this folder. */
function addressOf(file: string): string | undefined {
  const [, title] =
    /<Meta title="([^"]+)"/.exec(pages[`./${file.replace(/md$/, 'mdx')}`] ?? '') ?? [];
  return title && `?path=/docs/${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}--docs`;
}

/**
 * Points links between documents to their pages. Links to other files of the repository become
 * plain text, because those files are not part of the site.
 */
export const forStorybook = (text: string): string =>
  text.replace(/\[([^\]]+)\]\((?!https?:)([^)#]+)[^)]*\)/g, (_, label: string, file: string) => {
    const address = addressOf(file);
    return address ? `[${label}](${address})` : label;
  });
