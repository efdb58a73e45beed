import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyTheme } from './shell/theme.ts'
import { Workbench } from './shell/workbench.tsx'
import './styles/palette.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/library.css'
import './styles/reading.css'
import './styles/card.css'
import './styles/record.css'
import './styles/references.css'
import './styles/persons.css'

applyTheme()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Workbench />
  </StrictMode>,
)
