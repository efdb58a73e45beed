import type { ReactNode } from 'react'

/** A part of a card under its title. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card-part">
      <h3>{title}</h3>
      <div>{children}</div>
    </section>
  )
}
