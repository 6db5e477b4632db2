"""What the offices' work comes to, for those who manage it: figures too large to be counted while somebody waits.

The one idea: small sums by office, officer and measure, all computed together for one day and replaced together; whoever shows them says
the day. They are counted from the register's own rows and never added to.
"""

from django.db import models

from saiken.register.models.office import Office


class WorkFigure(models.Model):
    """`measure` is one of `register.work_measures`, `detail` what it is opened by (a kind of act, receivable and age, a stage).

    `officer` is the name of a user, empty where the figure is the office's or nobody's.
    """

    append_only = False

    on = models.DateField()
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="work_figures")
    officer = models.CharField(max_length=150, blank=True, default="")
    measure = models.CharField(max_length=30)
    detail = models.CharField(max_length=100, blank=True, default="")
    number = models.PositiveIntegerField(default=0)
    yen = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "measure", "officer", "detail"], name="work_figure_once"),
        ]

    def __str__(self) -> str:
        return f"{self.office_id} {self.measure} {self.detail}"
