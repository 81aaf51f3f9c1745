"""The public page: a folder of static pages made from what of the record is public.

`plain` says what a page holds, as data; the rooms beside it lay that out, `folder` puts the pages
in their places and `publishing` goes from the store to the folder.
"""

from commitrack.site.address import web_folder
from commitrack.site.folder import Outcome
from commitrack.site.publishing import TITLE, Published, Wish, publish

__all__ = ["TITLE", "Outcome", "Published", "Wish", "publish", "web_folder"]
