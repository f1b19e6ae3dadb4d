"""Decides what is a finding: the one place that knows purposes and recipients, and keeps every pile.

`judging.judge` is the whole of it, `within.within` what of it a run over some files tells, and
`promises.promises` what of a policy's promises the code keeps; `codes` are all codes. Who needs the table
alone loads no more.
"""
