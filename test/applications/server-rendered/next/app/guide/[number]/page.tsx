import Link from 'next/link';

export default async function Page({ params }: { params: Promise<{ number: string }> }) {
  const number = Number((await params).number);
  return (
    <main>
      <h1>Guide {number}</h1>
      <Link href={`/guide/${number + 1}`} prefetch={false}>
        Guide {number + 1}
      </Link>
    </main>
  );
}
