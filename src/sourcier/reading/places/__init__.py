"""Places: where a text says that something is, and which place of the world that is.

The rules by which a mention is found: « gazetteer » (the list has the name), « of » (after « de »), « preposition »,
« near » (« près de X »), « reached » (« atteint X »), « within » (« X (Mali) », « X, au Mali »), « in »,
« adjective » (« Sahel burkinabè »), « apposition » (« X, village du Y »), « distance » (« X, à 40 km de Y »),
« dateline », « listed » (beside another place), « route » (« de X à Y »), « noun » (« région de X »), « told »
(« ville de X »), « border », and « part » (« nord du Mali », « le Grand Tunis »).
"""
