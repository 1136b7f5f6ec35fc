import 'customs-widgets/comment-box/define';
import 'customs-widgets/duty-list/define';
import type {} from 'customs-widgets/preact';
import en from 'customs-widgets/agency/gacc/en.json';
import chinese from 'customs-widgets/agency/gacc/zh-Hans.json';
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';
import { useState } from 'preact/hooks';

const agencies = { 'zh-Hans': chinese, en };
const provider = new MemoryCommentProvider();

export function App() {
  const [language, setLanguage] = useState<keyof typeof agencies>('zh-Hans');
  const [hasSearch, setHasSearch] = useState(true);
  const [name, setName] = useState('');
  const [matches, setMatches] = useState<number>();

  return (
    <main>
      <h1>{name}</h1>
      <button onClick={() => setLanguage(language === 'en' ? 'zh-Hans' : 'en')}>
        中文 / English
      </button>
      <label>
        <input type="checkbox" checked={hasSearch} onChange={() => setHasSearch(!hasSearch)} />{' '}
        Search
      </label>
      <output>{matches}</output>
      <customs-duty-list
        lang={language}
        data={agencies[language]}
        filter={hasSearch}
        numbering="decimal"
        oncustoms-ready={(event) => setName(event.detail.agency.name)}
        oncustoms-filter={(event) => setMatches(event.detail.matches)}
      />
      <customs-comment-box lang={language} thread="duties" provider={provider} />
    </main>
  );
}
