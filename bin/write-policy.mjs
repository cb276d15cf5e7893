import { writeFileSync } from 'node:fs'
import { policyPage } from '../src/agencies/policy-page.ts'

writeFileSync('docs/POLICY.md', policyPage())
