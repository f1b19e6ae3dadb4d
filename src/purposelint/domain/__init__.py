"""The nouns that travel between stages: frozen values without behaviour of any one stage.

`place` says where, `expressions`, `statements` and `facts` what a file says, `program` how files
join, `catalog` and `policy` what is known and allowed, `sightings`, `flows` and `verdict` what was
found, `settings` what was asked for.
"""
