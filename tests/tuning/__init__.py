"""Tools by which a person sets the weights of cues and the curve of confidence, from dumps whose stories are known.

`python tests/tuning/weights.py DUMPS` and `python tests/tuning/reliability.py DUMPS`, where DUMPS is a folder of
NAME.txt beside NAME.gold.json; `dumps.py` describes the form. Neither writes into the package: what they print is for a
person to judge, and to put into the cue files.
"""
