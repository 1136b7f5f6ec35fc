"""A site of one page. Run `python3 site.py runserver`."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import path, re_path
from django.utils.safestring import mark_safe
from django.views.static import serve

HERE = Path(__file__).parent

settings.configure(
    DEBUG=True,
    SECRET_KEY="only for this example",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    TEMPLATES=[
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [HERE / "templates"]}
    ],
)


def built(name):
    """HTML that the command line wrote. It is no template: the words of an agency may hold {{ }}."""
    return mark_safe((HERE / "build" / name).read_text(encoding="utf-8"))


def page(request):
    duties, data = built("duty-list.html"), built("linked-data.html")
    return HttpResponse(render_to_string("page.html", {"duties": duties, "linked_data": data}))


urlpatterns = [
    path("", page),
    re_path(
        "^customs-widgets/(?P<path>.*)$",
        serve,
        {"document_root": HERE / "node_modules/customs-widgets/dist/cdn"},
    ),
]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
