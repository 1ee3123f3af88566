"""What people made of the same words before: a phrase table.

Learners share their mistakes: "listen music", "in the other hand", "informations".
For words and the ones beside them, or their stems and classes, it is kept how often annotators saw
them, how often they put what in their place, and how often people who write
well leave them as they are. Such a table was the heart of correction by
statistical translation (Brockett et al. 2006); here it makes proposals that
the model's own probabilities are weighed against. Knows strings only.
"""
