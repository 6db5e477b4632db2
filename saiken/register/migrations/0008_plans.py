import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0007_search'),
    ]

    operations = [
        migrations.CreateModel(
            name='Investigation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('kind', models.CharField(max_length=30)),
                ('institution', models.CharField(max_length=120)),
                ('asked_on', models.DateField()),
                ('answer_due_on', models.DateField()),
                ('document_number', models.CharField(blank=True, default='', max_length=40)),
                ('legal_ground', models.CharField(blank=True, default='', max_length=60)),
                ('note', models.CharField(blank=True, default='', max_length=500)),
                ('act', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='investigations', to='register.act')),
                ('obligor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='investigations', to='register.obligor')),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='investigations', to='register.office')),
            ],
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('kind', models.CharField(max_length=30)),
                ('method', models.CharField(max_length=30)),
                ('agreed_on', models.DateField()),
                ('last_on', models.DateField()),
                ('total_yen', models.BigIntegerField()),
                ('charge_yen', models.BigIntegerField(default=0)),
                ('income_yen', models.BigIntegerField(blank=True, null=True)),
                ('living_yen', models.BigIntegerField(blank=True, null=True)),
                ('review_every_months', models.PositiveSmallIntegerField(default=0)),
                ('tolerance_days', models.PositiveSmallIntegerField(default=0)),
                ('tolerance_yen', models.PositiveIntegerField(default=0)),
                ('allocation_order', models.CharField(max_length=30)),
                ('note', models.CharField(blank=True, default='', max_length=500)),
                ('act', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='plan', to='register.act')),
                ('obligor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='register.obligor')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='register.office')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='register.plan')),
            ],
        ),
        migrations.CreateModel(
            name='Property',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('kind', models.CharField(max_length=30)),
                ('description', models.CharField(max_length=300)),
                ('holder', models.CharField(blank=True, default='', max_length=120)),
                ('estimated_yen', models.BigIntegerField(blank=True, null=True)),
                ('senior_yen', models.BigIntegerField(default=0)),
                ('found_on', models.DateField()),
                ('note', models.CharField(blank=True, default='', max_length=500)),
                ('investigation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='properties', to='register.investigation')),
                ('obligor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='properties', to='register.obligor')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='properties', to='register.office')),
            ],
            options={
                'verbose_name_plural': 'properties',
            },
        ),
        migrations.CreateModel(
            name='PlanEnd',
            fields=[
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('plan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='end', serialize=False, to='register.plan')),
                ('on', models.DateField()),
                ('outcome', models.CharField(max_length=30)),
                ('reason', models.CharField(blank=True, default='', max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name='PlanStanding',
            fields=[
                ('plan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='standing', serialize=False, to='register.plan')),
                ('as_of_on', models.DateField()),
                ('paid_yen', models.BigIntegerField(default=0)),
                ('arrears_yen', models.BigIntegerField(default=0)),
                ('times_broken', models.PositiveSmallIntegerField(default=0)),
                ('broken_on', models.DateField(blank=True, null=True)),
                ('is_behind', models.BooleanField(default=False)),
                ('next_due_on', models.DateField(blank=True, null=True)),
                ('next_yen', models.BigIntegerField(default=0)),
                ('next_review_on', models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PlanClaim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('yen', models.BigIntegerField()),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='register.claim')),
                ('plan', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='register.plan')),
            ],
        ),
        migrations.CreateModel(
            name='PlanInstalment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('due_on', models.DateField()),
                ('yen', models.BigIntegerField()),
                ('plan', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='instalments', to='register.plan')),
            ],
        ),
        migrations.CreateModel(
            name='PlanReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('on', models.DateField()),
                ('income_yen', models.BigIntegerField(blank=True, null=True)),
                ('living_yen', models.BigIntegerField(blank=True, null=True)),
                ('note', models.CharField(blank=True, default='', max_length=500)),
                ('act', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='plan_review', to='register.act')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='register.plan')),
            ],
        ),
        migrations.CreateModel(
            name='UndisposedProperty',
            fields=[
                ('property', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='undisposed', serialize=False, to='register.property')),
                ('found_on', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='PropertyChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('turn', models.CharField(max_length=30)),
                ('on', models.DateField()),
                ('note', models.CharField(blank=True, default='', max_length=500)),
                ('act', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='property_changes', to='register.act')),
                ('property', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='register.property')),
            ],
        ),
        migrations.CreateModel(
            name='AwaitedAnswer',
            fields=[
                ('investigation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='awaited', serialize=False, to='register.investigation')),
                ('answer_due_on', models.DateField()),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='awaited_answers', to='register.office')),
            ],
        ),
        migrations.CreateModel(
            name='InvestigationAnswer',
            fields=[
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('investigation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='answer', serialize=False, to='register.investigation')),
                ('answered_on', models.DateField()),
                ('result', models.CharField(max_length=30)),
                ('note', models.CharField(blank=True, default='', max_length=500)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('result__in', ['answer_refused', 'no_such_person', 'nothing_found', 'partly_answered', 'property_found'])), name='investigation_answer_result'), models.CheckConstraint(condition=models.Q(('recorded_by', ''), _negated=True), name='investigation_answer_by_somebody')],
            },
        ),
        migrations.AddIndex(
            model_name='investigation',
            index=models.Index(fields=['obligor', '-id'], name='investigation_of_obligor'),
        ),
        migrations.AddIndex(
            model_name='investigation',
            index=models.Index(fields=['office', '-id'], name='investigation_of_office'),
        ),
        migrations.AddConstraint(
            model_name='investigation',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['bank_deposit', 'life_insurance', 'other_property', 'pension', 'real_estate', 'salary', 'telephone', 'trade_receivable', 'vehicle'])), name='investigation_kind'),
        ),
        migrations.AddConstraint(
            model_name='investigation',
            constraint=models.CheckConstraint(condition=models.Q(('institution', ''), _negated=True), name='investigation_asks_somebody'),
        ),
        migrations.AddConstraint(
            model_name='investigation',
            constraint=models.CheckConstraint(condition=models.Q(('answer_due_on__gte', models.F('asked_on'))), name='investigation_due_later'),
        ),
        migrations.AddConstraint(
            model_name='investigation',
            constraint=models.CheckConstraint(condition=models.Q(('recorded_by', ''), _negated=True), name='investigation_by_somebody'),
        ),
        migrations.AddField(
            model_name='planend',
            name='act',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plan_ends', to='register.act'),
        ),
        migrations.AddField(
            model_name='planstanding',
            name='obligor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plan_standings', to='register.obligor'),
        ),
        migrations.AddField(
            model_name='planstanding',
            name='office',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='plan_standings', to='register.office'),
        ),
        migrations.AddIndex(
            model_name='plan',
            index=models.Index(fields=['obligor', '-id'], name='plan_of_obligor'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['collection_grace', 'conversion_grace', 'court_settlement', 'payment_pledge', 'performance_deferral'])), name='plan_kind'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('method__in', ['bonus_months', 'equal_instalments', 'step_up', 'step_up_and_bonus'])), name='plan_method'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('allocation_order__in', ['as_listed', 'earliest_completion_first', 'oldest_due_first'])), name='plan_allocation_order'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('charge_yen__gte', 0), ('total_yen__gt', 0), ('total_yen__gte', models.F('charge_yen'))), name='plan_yen'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('last_on__gte', models.F('agreed_on'))), name='plan_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('recorded_by', ''), _negated=True), name='plan_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='planclaim',
            constraint=models.UniqueConstraint(fields=('plan', 'claim'), name='plan_claim_once'),
        ),
        migrations.AddConstraint(
            model_name='planclaim',
            constraint=models.UniqueConstraint(fields=('plan', 'place'), name='plan_claim_place'),
        ),
        migrations.AddConstraint(
            model_name='planclaim',
            constraint=models.CheckConstraint(condition=models.Q(('place__gte', 1), ('yen__gt', 0)), name='plan_claim_owed'),
        ),
        migrations.AddConstraint(
            model_name='planinstalment',
            constraint=models.UniqueConstraint(fields=('plan', 'number'), name='plan_instalment_once'),
        ),
        migrations.AddConstraint(
            model_name='planinstalment',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1), ('yen__gt', 0)), name='plan_instalment_yen'),
        ),
        migrations.AddConstraint(
            model_name='planreview',
            constraint=models.CheckConstraint(condition=models.Q(('recorded_by', ''), _negated=True), name='plan_review_by_somebody'),
        ),
        migrations.AddField(
            model_name='undisposedproperty',
            name='office',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='undisposed_properties', to='register.office'),
        ),
        migrations.AddIndex(
            model_name='property',
            index=models.Index(fields=['obligor', '-id'], name='property_of_obligor'),
        ),
        migrations.AddConstraint(
            model_name='property',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['bank_deposit', 'life_insurance', 'other_property', 'pension', 'real_estate', 'salary', 'telephone', 'trade_receivable', 'vehicle'])), name='property_kind'),
        ),
        migrations.AddConstraint(
            model_name='property',
            constraint=models.CheckConstraint(condition=models.Q(('description', ''), _negated=True), name='property_described'),
        ),
        migrations.AddConstraint(
            model_name='property',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('estimated_yen__isnull', True), ('estimated_yen__gte', 0), _connector='OR'), ('senior_yen__gte', 0)), name='property_yen'),
        ),
        migrations.AddConstraint(
            model_name='property',
            constraint=models.CheckConstraint(condition=models.Q(('recorded_by', ''), _negated=True), name='property_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='propertychange',
            constraint=models.CheckConstraint(condition=models.Q(('turn__in', ['property_released', 'property_seized', 'property_sold', 'property_worthless'])), name='property_change_turn'),
        ),
        migrations.AddConstraint(
            model_name='propertychange',
            constraint=models.CheckConstraint(condition=models.Q(('recorded_by', ''), _negated=True), name='property_change_by_somebody'),
        ),
        migrations.AddIndex(
            model_name='awaitedanswer',
            index=models.Index(fields=['office', 'answer_due_on', 'investigation'], name='awaited_answer_due'),
        ),
        migrations.AddConstraint(
            model_name='planend',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['plan_broken', 'plan_cancelled', 'plan_kept', 'plan_replaced'])), name='plan_end_outcome'),
        ),
        migrations.AddConstraint(
            model_name='planend',
            constraint=models.CheckConstraint(condition=models.Q(('recorded_by', ''), _negated=True), name='plan_end_by_somebody'),
        ),
        migrations.AddIndex(
            model_name='planstanding',
            index=models.Index(fields=['office', 'is_behind', 'broken_on', 'plan'], name='plan_standing_broken'),
        ),
        migrations.AddIndex(
            model_name='planstanding',
            index=models.Index(fields=['office', 'next_due_on', 'plan'], name='plan_standing_due'),
        ),
        migrations.AddIndex(
            model_name='planstanding',
            index=models.Index(fields=['office', 'next_review_on', 'plan'], name='plan_standing_review'),
        ),
        migrations.AddIndex(
            model_name='planstanding',
            index=models.Index(fields=['as_of_on', 'plan'], name='plan_standing_as_of'),
        ),
        migrations.AddIndex(
            model_name='undisposedproperty',
            index=models.Index(fields=['office', 'found_on', 'property'], name='undisposed_found'),
        ),
    ]
