"""The messages that the triage is built and judged on, and what builds it. See labelling.md and docs/triage.md."""
