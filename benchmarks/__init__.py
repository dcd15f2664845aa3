"""What Verbale reaches, beside its peers, in one run: `make bench`, or `python -m benchmarks --help`.

sections   statements, times, who (speakers), cases, speed: what is measured, each with its tables and figures
measures   agreement, forms, calibration, accuracy, speaker_labels, speakers: scoring, over values
peers      textacy_peer, and in times
the rest   corpus (labelled articles), table (how figures look), gate and floors.json (what must not fall)
"""
