import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0010_worklists'),
    ]

    operations = [
        migrations.CreateModel(
            name='HandOver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('fiscal_year', models.PositiveSmallIntegerField()),
                ('serial', models.PositiveIntegerField()),
                ('condition', models.CharField(max_length=40)),
                ('reason', models.CharField(blank=True, default='', max_length=500)),
                ('on', models.DateField()),
                ('certificate', models.JSONField(default=dict)),
                ('submission', models.CharField(max_length=60, unique=True)),
                ('from_office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='hand_overs_given', to='register.office')),
                ('obligor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hand_overs', to='register.obligor')),
                ('to_office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='hand_overs_received', to='register.office')),
            ],
        ),
        migrations.CreateModel(
            name='Campaign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('name', models.CharField(max_length=100)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('further_days', models.PositiveSmallIntegerField(default=0)),
                ('measures', models.JSONField(default=list)),
                ('goal_yen', models.BigIntegerField()),
                ('target', models.CharField(max_length=300)),
                ('submission', models.CharField(max_length=36, unique=True)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='campaigns', to='register.office')),
            ],
        ),
        migrations.CreateModel(
            name='CampaignMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('balance_yen', models.BigIntegerField()),
                ('campaign', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='register.campaign')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='campaigns', to='register.claim')),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='campaign_members', to='register.office')),
            ],
        ),
        migrations.CreateModel(
            name='Halt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('measures', models.JSONField(default=list)),
                ('reason', models.CharField(max_length=300)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('ends', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ended_by', to='register.halt')),
                ('office', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='halts', to='register.office')),
                ('receivable', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='halts', to='register.receivable')),
            ],
        ),
        migrations.CreateModel(
            name='HandOverStanding',
            fields=[
                ('hand_over', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='standing', serialize=False, to='register.handover')),
                ('step', models.CharField(max_length=30)),
                ('since_on', models.DateField()),
                ('accepted_on', models.DateField(blank=True, null=True)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('claims', models.PositiveIntegerField()),
                ('yen', models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='HandOverClaim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('balance_yen', models.BigIntegerField()),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hand_overs', to='register.claim')),
                ('hand_over', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='register.handover')),
                ('receivable', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='claims_handed_over', to='register.receivable')),
            ],
        ),
        migrations.CreateModel(
            name='HandOverGoal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('fiscal_year', models.PositiveSmallIntegerField()),
                ('condition', models.CharField(max_length=40)),
                ('revision', models.PositiveSmallIntegerField()),
                ('goal_yen', models.BigIntegerField()),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='hand_over_goals', to='register.office')),
                ('receivable', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='hand_over_goals', to='register.receivable')),
            ],
        ),
        migrations.CreateModel(
            name='HandOverRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('condition', models.CharField(max_length=40)),
                ('months', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('least_yen', models.BigIntegerField(blank=True, null=True)),
                ('proposes', models.BooleanField(default=False)),
                ('is_automatic', models.BooleanField(default=False)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('from_office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rules_giving', to='register.office')),
                ('receivable', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hand_over_rules', to='register.receivable')),
                ('to_office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rules_receiving', to='register.office')),
            ],
        ),
        migrations.AddField(
            model_name='handover',
            name='rule',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hand_overs', to='register.handoverrule'),
        ),
        migrations.CreateModel(
            name='HandOverStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('place', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(max_length=30)),
                ('on', models.DateField()),
                ('reason', models.CharField(blank=True, default='', max_length=1000)),
                ('figures', models.JSONField(default=dict)),
                ('hand_over', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='register.handover')),
            ],
        ),
        migrations.CreateModel(
            name='SentList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('title', models.CharField(max_length=100)),
                ('question', models.CharField(max_length=500)),
                ('answers', models.JSONField(default=list)),
                ('source', models.CharField(blank=True, default='', max_length=200)),
                ('on', models.DateField()),
                ('due_on', models.DateField()),
                ('submission', models.CharField(max_length=36, unique=True)),
                ('from_office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lists_sent', to='register.office')),
            ],
        ),
        migrations.CreateModel(
            name='SentListRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveIntegerField()),
                ('obligor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows_asked', to='register.obligor')),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='rows_asked', to='register.office')),
                ('sent_list', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='register.sentlist')),
            ],
        ),
        migrations.CreateModel(
            name='SentListAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('revision', models.PositiveSmallIntegerField()),
                ('choice', models.CharField(max_length=100)),
                ('note', models.CharField(blank=True, default='', max_length=500)),
                ('on', models.DateField()),
                ('row', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='register.sentlistrow')),
            ],
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('from_on', models.DateField()),
                ('reason', models.CharField(max_length=200)),
                ('run', models.CharField(max_length=36)),
                ('undoes', models.CharField(blank=True, default='', max_length=36)),
                ('before', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('obligor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='register.obligor')),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='register.office')),
                ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['obligor', 'office', 'from_on', 'id'], name='assignment_of_file'), models.Index(fields=['from_on', 'id'], name='assignment_by_day')],
                'constraints': [models.UniqueConstraint(fields=('run', 'obligor', 'office'), name='assignment_once_in_a_run'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('run', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='assignment_reasoned')],
            },
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='campaign_period'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('goal_yen__gt', 0)), name='campaign_goal'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='campaign_named'),
        ),
        migrations.AddConstraint(
            model_name='campaignmember',
            constraint=models.UniqueConstraint(fields=('campaign', 'claim'), name='campaign_member_once'),
        ),
        migrations.AddConstraint(
            model_name='halt',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), ('ends__isnull', False), _connector='OR'), name='halt_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='halt',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='halt_reasoned'),
        ),
        migrations.AddField(
            model_name='handoverstanding',
            name='from_office',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.office'),
        ),
        migrations.AddField(
            model_name='handoverstanding',
            name='obligor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.obligor'),
        ),
        migrations.AddField(
            model_name='handoverstanding',
            name='to_office',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.office'),
        ),
        migrations.AddConstraint(
            model_name='handoverclaim',
            constraint=models.UniqueConstraint(fields=('hand_over', 'claim'), name='hand_over_claim_once'),
        ),
        migrations.AddConstraint(
            model_name='handovergoal',
            constraint=models.UniqueConstraint(fields=('office', 'fiscal_year', 'receivable', 'condition', 'revision'), name='hand_over_goal_once'),
        ),
        migrations.AddConstraint(
            model_name='handovergoal',
            constraint=models.CheckConstraint(condition=models.Q(('goal_yen__gte', 0), models.Q(('recorded_by', ''), _negated=True)), name='hand_over_goal_yen'),
        ),
        migrations.AddConstraint(
            model_name='handoverrule',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='hand_over_rule_validity'),
        ),
        migrations.AddConstraint(
            model_name='handoverrule',
            constraint=models.CheckConstraint(condition=models.Q(('from_office', models.F('to_office')), _negated=True), name='hand_over_rule_to_another'),
        ),
        migrations.AddConstraint(
            model_name='handoverrule',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('condition', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='hand_over_rule_condition'),
        ),
        migrations.AddConstraint(
            model_name='handoverrule',
            constraint=models.CheckConstraint(condition=models.Q(('is_automatic', False), ('proposes', True), _connector='OR'), name='hand_over_rule_automatic_proposes'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.UniqueConstraint(fields=('fiscal_year', 'serial'), name='hand_over_number'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.CheckConstraint(condition=models.Q(('from_office', models.F('to_office')), _negated=True), name='hand_over_to_another'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('condition', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='hand_over_condition'),
        ),
        migrations.AddConstraint(
            model_name='handoverstep',
            constraint=models.UniqueConstraint(fields=('hand_over', 'place'), name='hand_over_step_once'),
        ),
        migrations.AddConstraint(
            model_name='handoverstep',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['hand_over_accepted', 'hand_over_closed', 'hand_over_drafted', 'hand_over_halted', 'hand_over_proposed', 'hand_over_refused', 'hand_over_result', 'hand_over_returned'])), name='hand_over_step_kind'),
        ),
        migrations.AddConstraint(
            model_name='handoverstep',
            constraint=models.CheckConstraint(condition=models.Q(('recorded_by', ''), _negated=True), name='hand_over_step_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='sentlist',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('on'))), name='sent_list_due_later'),
        ),
        migrations.AddConstraint(
            model_name='sentlist',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('question', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='sent_list_asks_something'),
        ),
        migrations.AddIndex(
            model_name='sentlistrow',
            index=models.Index(fields=['office', 'sent_list', 'place'], name='sent_list_row_of_office'),
        ),
        migrations.AddConstraint(
            model_name='sentlistrow',
            constraint=models.UniqueConstraint(fields=('sent_list', 'place'), name='sent_list_row_once'),
        ),
        migrations.AddConstraint(
            model_name='sentlistanswer',
            constraint=models.UniqueConstraint(fields=('row', 'revision'), name='sent_list_answer_once'),
        ),
        migrations.AddConstraint(
            model_name='sentlistanswer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('choice', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='sent_list_answer_by_somebody'),
        ),
        migrations.AddIndex(
            model_name='handoverstanding',
            index=models.Index(fields=['to_office', 'step', '-hand_over'], name='hand_over_received'),
        ),
        migrations.AddIndex(
            model_name='handoverstanding',
            index=models.Index(fields=['from_office', 'step', '-hand_over'], name='hand_over_given'),
        ),
        migrations.AddIndex(
            model_name='handoverstanding',
            index=models.Index(fields=['accepted_on'], name='hand_over_accepted'),
        ),
        migrations.CreateModel(
            name='JointEffectRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('fiscal_year', models.PositiveSmallIntegerField()),
                ('place', models.PositiveSmallIntegerField()),
                ('revision', models.PositiveSmallIntegerField()),
                ('condition', models.CharField(max_length=100)),
                ('basis', models.CharField(max_length=20)),
                ('start', models.CharField(max_length=20)),
                ('channels', models.JSONField(default=list)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('goal_yen', models.BigIntegerField(blank=True, null=True)),
                ('is_dropped', models.BooleanField(default=False)),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='joint_effect_rules', to='register.office')),
                ('receivable', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joint_effect_rules', to='register.receivable')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('office', 'fiscal_year', 'place', 'revision'), name='joint_rule_once'), models.CheckConstraint(condition=models.Q(('basis__in', ['joint_inquired', 'joint_listed'])), name='joint_rule_basis'), models.CheckConstraint(condition=models.Q(('start__in', ['joint_from_asked', 'joint_from_seized'])), name='joint_rule_start'), models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on')), models.Q(('condition', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='joint_rule_whole'), models.CheckConstraint(condition=models.Q(('goal_yen__isnull', True), ('goal_yen__gte', 0), _connector='OR'), name='joint_rule_goal')],
            },
        ),
        migrations.CreateModel(
            name='WorkFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('officer', models.CharField(blank=True, default='', max_length=150)),
                ('measure', models.CharField(max_length=30)),
                ('detail', models.CharField(blank=True, default='', max_length=100)),
                ('number', models.PositiveIntegerField(default=0)),
                ('yen', models.BigIntegerField(default=0)),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='work_figures', to='register.office')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('office', 'measure', 'officer', 'detail'), name='work_figure_once')],
            },
        ),
        migrations.CreateModel(
            name='KeptFigures',
            fields=[
                ('what', models.CharField(max_length=60, primary_key=True, serialize=False)),
                ('last_sequence', models.BigIntegerField(default=0)),
                ('last_span', models.BigIntegerField(default=0)),
                ('last_recorded_at', models.DateTimeField()),
                ('content', models.BinaryField()),
            ],
        ),
        migrations.RemoveIndex(
            model_name='casefile',
            name='case_file_by_officer',
        ),
        migrations.AddIndex(
            model_name='casefile',
            index=models.Index(fields=['office', 'officer', 'completes_on', 'open_claims', 'further_claims', 'balance_yen'], name='case_file_by_officer'),
        ),
    ]
