"""Everything with a face. Qt lives here and nowhere below."""
