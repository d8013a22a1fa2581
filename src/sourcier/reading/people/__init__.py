"""People: who is named, which mentions are one person, and with which roles.

Rules of mentions: « title » (a title, a rank, kin or a nationality before the name), « role » (a role before it and a
comma), « apposition » and « copula » (a role after it), « age », « kin », « verb » (what only people do), « list »
(among people), « part » (of a name that the text has in full), « particle » (ag, ould, ben …), « initial », « name »
(known names alone) and « capitals ». Rules of roles: « office », « rank », « trade » and « personal » (homologue …).
"""
