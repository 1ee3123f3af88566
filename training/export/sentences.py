"""Sentences to compare and time models with when no others are given.

Written for the purpose: about half have learner errors, lengths vary.
"""

from __future__ import annotations

SENTENCES = (
    "She go to school yesterday and buyed two apple .",
    "The committee has decided to postpone the meeting until Thursday.",
    "I am looking forward to meet you in next week.",
    "There is many reasons why people moves to big city.",
    "We walked along the beach until the sun went down.",
    "He don't know nothing about the new rules in our office.",
    "My sister, who lives in Oslo, is visiting us over the holidays.",
    "If I would have more time, I will learn to play piano.",
    "Please let me know whether the parcel arrived in one piece.",
    "The informations on this page was very useful for me.",
    "Its a pity that you could not came to the party last night.",
    "Nobody expected the old bridge to survive the flood.",
    "I have been living in this town since five years.",
    "Can you explain me how does this machine works?",
    "After the storm, the garden looked as if nobody had cared for it in years.",
    "He recieved a letter from the goverment about his taxs.",
    "The teacher asked that we hand in our essays before noon.",
    "In my opinion young people should to travel more, because it make them more open.",
    "Water boils at a lower temperature in the mountains.",
    "Everyone of the students have to bring there own laptop.",
    "I prefer to go by train than by the car.",
    "The results of the second experiment were less clear than those of the first.",
    "Although it was raining but we went to the park.",
    "She suggested me to apply for the job in an hospital.",
    "Three of the windows need to be replaced before winter.",
    "Yesterday I have seen a film what was really bored.",
    "Thank you for your reply; I will get back to you by Friday.",
    "We was very exciting about the trip, so we didn't slept.",
    "The company opened its first shop in a small village near the border.",
    "I would appreciate if you could send me more informations about the course.",
    "The less you worry, the better you sleep.",
    "He is more taller than his brother, isn't it?",
    "Last summer my friends and me travelled to the south, where we stayed at a cheap hotel"
    " near to the sea.",
    "Your account will be closed unless we hear from you within thirty days.",
    "Alot of peoples thinks that the weather effects there mood.",
    "The museum, which is free on Sundays, has a wonderful collection of clocks.",
    "I'm agree with you that homeworks are necessary.",
    "How long have you been waiting here?",
    "He told that the shop close at six o'clock in every day.",
    "When we finally reached the summit, the clouds parted and we could see the whole valley.",
    "Me and him has went there twice, but we never founded the right door.",
    "The price of the house was higher than we could afford.",
    "If you need any help, do not hesitate to ask me, I am always happy for help you with that.",
    "The dog wagged its tail and waited by the door.",
    "One of my friend work as a engineer at a factory who produce car.",
    "On the other hand, working from home saves a lot of time and money for people who would"
    " otherwise spend hours on the train every day.",
    "This are the books that I told you about it.",
    "It depends of the weather weather we will eat outside or not.",
)
