"""Starters on the screen: the cards of the empty conversation and the form that fills one in."""
